package vn.plancascade.engine;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.PersistenceSession;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.util.EnsureUtil;

/**
 * The engine's own, but for one sentence: before each insert they write the whole entity out for an error that does not come, which
 * took a fifth of the application's time in a launch.
 */
final class EntityManagers implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
        return DbEntityManager.class;
    }

    @Override
    public Session openSession() {
        return new DbEntityManager(
                Context.getProcessEngineConfiguration().getIdGenerator(),
                Context.getCommandContext().getSession(PersistenceSession.class)) {
            @Override
            protected void validateId(DbEntity entity) {
                EnsureUtil.ensureValidIndividualResourceId("An entity has an invalid id", entity.getId());
            }
        };
    }
}
