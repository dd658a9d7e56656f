package vn.plancascade.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.web.ServerProperties;

@DisplayName("The unsafe defaults are off, in the engine and not only in a file")
class EngineSettingsTest extends RunningApplication {

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Autowired
    CamundaBpmProperties camunda;

    @Autowired
    ServerProperties server;

    @Test
    void engineRunsNoForeignCode() {
        assertThat(engine.isEnableExpressionsInAdhocQueries()).isFalse();
        assertThat(engine.isEnableExpressionsInStoredQueries()).isFalse();
        assertThat(engine.isDeserializationTypeValidationEnabled()).isTrue();
        assertThat(engine.isJavaSerializationFormatEnabled()).isFalse();
        assertThat(engine.isEnableXxeProcessing()).isFalse();
    }

    @Test
    void engineChecksRights() {
        assertThat(engine.isAuthorizationEnabled()).isTrue();
        assertThat(engine.getAuthorizationCheckRevokes()).isEqualTo("auto");
        assertThat(engine.getDefaultUserPermissionForTask()).isEqualTo(Permissions.TASK_WORK);
        assertThat(engine.getIdentityProviderSessionFactory().getSessionType())
                .isEqualTo(ReadOnlyIdentityProvider.class);
        assertThat(engine.getAdminUsers()).isEmpty();
        assertThat(camunda.getAdminUser().getId()).isNull();
    }

    @Test
    void engineKeepsItsBounds() {
        assertThat(engine.getQueryMaxResultsLimit()).isEqualTo(5000);
        assertThat(engine.getDatabaseSchemaUpdate()).isEqualTo("false");
        assertThat(engine.isEnforceHistoryTimeToLive()).isTrue();
        assertThat(engine.getFailedJobRetryTimeCycle()).isEqualTo("PT1M,PT5M,PT30M,PT2H");
        assertThat(engine.getDefaultNumberOfRetries()).isEqualTo(3);
        assertThat(engine.getHistoryLevel().getName()).isEqualTo("activity");
        assertThat(engine.isJobExecutorDeploymentAware()).isFalse();
        JobExecutor executor = engine.getJobExecutor();
        assertThat(executor.getMaxWait()).isEqualTo(10_000);
        assertThat(executor.getBackoffTimeInMillis()).isEqualTo(50);
        assertThat(executor.getMaxBackoff()).isEqualTo(1_000);
        assertThat(executor.getMaxJobsPerAcquisition()).isEqualTo(10);
    }

    @Test
    void webappsAndSessionsAreClosed() {
        assertThat(camunda.getWebapp().getAuth().getCache().getTimeToLive()).isEqualTo(30_000);
        assertThat(camunda.getWebapp().getCsrf().getInitParams()).containsEntry("enableSecureCookie", "true");
        assertThat(camunda.getWebapp().getSessionCookie().getInitParams()).containsEntry("enableSecureCookie", "true");
        assertThat(camunda.getWebapp().getHeaderSecurity().getInitParams()).containsEntry("hstsDisabled", "false");
        assertThat(server.getServlet().getSession().getCookie().getSecure()).isTrue();
        assertThat(server.getServlet().getSession().getCookie().getHttpOnly()).isTrue();
        assertThat(server.getServlet().getSession().getTimeout()).hasMinutes(30);
    }
}
