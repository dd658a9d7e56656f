package vn.plancascade.worklist.process;

import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.time.Instant;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.plancascade.identity.StandingGroups;

/**
 * Writes a filter together with everybody's right to read it. Its id is fixed, which the engine's own service does not
 * allow: so it is there once, however many nodes start at the same moment.
 */
@Component
class TasklistFilterStore {

    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;

    TasklistFilterStore(ObjectProvider<ProcessEngineConfigurationImpl> engine) {
        this.engine = engine;
    }

    void write(TasklistFilter filter, Instant hour) {
        engine.getObject()
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> {
                    write(filter, hour, context);
                    return null;
                }));
    }

    private static void write(TasklistFilter filter, Instant hour, CommandContext context) {
        DbEntityManager entities = context.getDbEntityManager();
        FilterEntity stored = entities.selectById(FilterEntity.class, filter.id);
        if (stored != null) {
            stored.setQuery(filter.query(new TaskQueryImpl(), hour));
            return;
        }
        FilterEntity created = new FilterEntity(EntityTypes.TASK);
        created.setId(filter.id);
        created.setName(filter.label);
        created.setProperties(filter.properties);
        created.setQuery(filter.query(new TaskQueryImpl(), hour));
        entities.insert(created);
        context.getAuthorizationManager().insert(readableByStaff(filter.id));
    }

    private static AuthorizationEntity readableByStaff(String filterId) {
        AuthorizationEntity grant = new AuthorizationEntity(AUTH_TYPE_GRANT);
        grant.setGroupId(StandingGroups.STAFF);
        grant.setResource(Resources.FILTER);
        grant.setResourceId(filterId);
        grant.addPermission(Permissions.READ);
        return grant;
    }
}
