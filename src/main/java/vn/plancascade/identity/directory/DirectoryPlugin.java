package vn.plancascade.identity.directory;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.plugin.AdministratorAuthorizationPlugin;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.plancascade.identity.StandingGroups;

/** Puts our people in the place of the engine's own users, and our grants in the place of its default ones. */
@Component
class DirectoryPlugin extends AbstractProcessEnginePlugin {

    private final ObjectProvider<DirectorySession> sessions;
    private final AdministratorAuthorizationPlugin administrators = new AdministratorAuthorizationPlugin();

    DirectoryPlugin(ObjectProvider<DirectorySession> sessions) {
        this.sessions = sessions;
        administrators.setAdministratorGroupName(StandingGroups.ADMINISTRATORS);
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setIdentityProviderSessionFactory(new Factory());
        configuration.setResourceAuthorizationProvider(new GroupGrants());
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl configuration) {
        administrators.postInit(configuration);
    }

    @Override
    public void postProcessEngineBuild(org.camunda.bpm.engine.ProcessEngine engine) {
        administrators.postProcessEngineBuild(engine);
        StandingGrants.write(engine);
    }

    /** Looks the session up late: people are read with the clock, which the engine's own configuration makes. */
    private final class Factory implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return ReadOnlyIdentityProvider.class;
        }

        @Override
        public Session openSession() {
            return sessions.getObject();
        }
    }
}
