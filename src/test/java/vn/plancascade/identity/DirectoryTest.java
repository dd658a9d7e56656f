package vn.plancascade.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Role;

class DirectoryTest extends RunningApplication {

    @Autowired
    IdentityService identity;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    List<ProcessEnginePlugin> plugins;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Test
    void engineKnowsOurPeopleByTheirNames() {
        User user = identity.createUserQuery().userId(DRAFTER).singleResult();

        assertThat(user.getFirstName() + " " + user.getLastName()).isEqualTo("Nguyễn Văn An");
        assertThat(user.getEmail()).isEqualTo("nguyen.an@example.vn");
        assertThat(identity.createUserQuery().userFirstNameLike("%văn%").list())
                .extracting(User::getId)
                .contains(DRAFTER)
                .doesNotContain(COLLEAGUE);
        assertThat(identity.createUserQuery().userLastName("Bình").list())
                .extracting(User::getId)
                .containsExactly(COLLEAGUE);
        assertThat(identity.createUserQuery()
                        .userIdIn(DRAFTER, COLLEAGUE, "nobody")
                        .count())
                .isEqualTo(2);
        assertThat(identity.createUserQuery().userId("nobody").singleResult()).isNull();
    }

    @Test
    void groupsAreTheRolesHeldToday() {
        person("tam.giu", "Vũ Tạm Giữ", Role.clerk, "UNIT-B");
        assertThat(identity.createGroupQuery().groupMember("tam.giu").list())
                .extracting(Group::getId)
                .containsExactlyInAnyOrder("clerk:UNIT-B", "staff");
        assertThat(identity.createUserQuery().memberOfGroup("clerk:UNIT-B").list())
                .extracting(User::getId)
                .containsExactly("tam.giu");

        people.endRole("tam.giu", Role.clerk, "UNIT-B", VietnamTime.dayOf(clock.instant()));

        assertThat(identity.createGroupQuery().groupMember("tam.giu").list())
                .extracting(Group::getId)
                .containsExactly("staff");
        assertThat(identity.createUserQuery().memberOfGroup("clerk:UNIT-B").count())
                .isZero();
        assertThat(identity.createGroupQuery().groupId("clerk:UNIT-B").count()).isZero();
    }

    @Test
    void administratorsAreTheHoldersOfTheRole() {
        assertThat(identity.createUserQuery().memberOfGroup("camunda-admin").list())
                .extracting(User::getId)
                .containsExactly(ADMINISTRATOR);
        assertThat(identity.createGroupQuery().groupMember(ADMINISTRATOR).list())
                .extracting(Group::getId)
                .contains("camunda-admin", "staff", "administrator:MOH");
    }

    @Test
    void groupOfAnUnknownRoleHasNoMembers() {
        assertThat(identity.createUserQuery().memberOfGroup("king:UNIT-A").count())
                .isZero();
        assertThat(identity.createUserQuery().memberOfGroup("drafter").count()).isZero();
        assertThat(identity.createUserQuery().memberOfTenant("t").count()).isZero();
        assertThat(identity.createTenantQuery().count()).isZero();
    }

    @Test
    void passwordsAreCheckedAgainstOurs() {
        assertThat(identity.checkPassword(DRAFTER, PASSWORD)).isTrue();
        assertThat(identity.checkPassword(DRAFTER, PASSWORD)).isTrue();
        assertThat(identity.checkPassword(DRAFTER, "sai")).isFalse();
        assertThat(identity.checkPassword("nobody", PASSWORD)).isFalse();
        assertThat(identity.checkPassword(DRAFTER, null)).isFalse();
    }

    @Test
    void newPasswordReplacesTheOldAtOnceThoughItWasRemembered() {
        person("doi.mat.khau", "Bùi Đổi", Role.clerk, "UNIT-A");
        assertThat(identity.checkPassword("doi.mat.khau", PASSWORD)).isTrue();

        jdbc.sql("update person set password_hash = :hash where login = 'doi.mat.khau'")
                .param("hash", encoder.encode("mới"))
                .update();

        assertThat(identity.checkPassword("doi.mat.khau", PASSWORD)).isFalse();
        assertThat(identity.checkPassword("doi.mat.khau", "mới")).isTrue();
    }

    @Test
    void enginesOwnIdentityTablesStayEmpty() {
        for (String table : new String[] {"ACT_ID_USER", "ACT_ID_GROUP", "ACT_ID_MEMBERSHIP", "ACT_ID_TENANT"}) {
            assertThat(jdbc.sql("select count(*) from " + table)
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
        assertThatThrownBy(() -> identity.saveUser(identity.newUser("x")))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> identity.createNativeUserQuery()).isInstanceOf(BadUserRequestException.class);
    }

    @Test
    void rightsAreWrittenOnceHoweverOftenTheEngineStarts() {
        long before = authorizations.createAuthorizationQuery().count();

        plugins.stream()
                .filter(plugin -> plugin.getClass().getSimpleName().equals("DirectoryPlugin"))
                .forEach(plugin -> plugin.postProcessEngineBuild(engine));

        assertThat(authorizations.createAuthorizationQuery().count()).isEqualTo(before);
    }

    @Test
    void everybodyMayOpenTasklistReadDefinitionsAndTheProductsFiltersOnly() {
        assertThat(authorizations.createAuthorizationQuery().groupIdIn("staff").list())
                .hasSize(5)
                .extracting(Authorization::getResourceType)
                .containsOnly(
                        Resources.APPLICATION.resourceType(),
                        Resources.PROCESS_DEFINITION.resourceType(),
                        Resources.FILTER.resourceType());
        Authorization definitions = authorizations
                .createAuthorizationQuery()
                .groupIdIn("staff")
                .resourceType(Resources.PROCESS_DEFINITION)
                .singleResult();
        assertThat(definitions.isPermissionGranted(Permissions.READ)).isTrue();
        assertThat(definitions.isPermissionGranted(ProcessDefinitionPermissions.READ_TASK))
                .isFalse();
        assertThat(definitions.isPermissionGranted(ProcessDefinitionPermissions.TASK_WORK))
                .isFalse();
        assertThat(authorizations.createAuthorizationQuery().list())
                .as("no right is ever a person's own")
                .allSatisfy(grant -> assertThat(grant.getUserId()).isNull());
    }
}
