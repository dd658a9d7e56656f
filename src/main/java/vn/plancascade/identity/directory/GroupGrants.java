package vn.plancascade.identity.directory;

import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.CachedDbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityState;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;

/**
 * The only rights that the engine ever gives by itself: a task's candidate group may see it and work on it, for as long
 * as it is the candidate group.
 *
 * <p>The engine's own provider also grants to users (assignee, owner, whoever made a filter or a deployment) and never
 * takes a grant back, so that a right outlives the role it came from.
 */
class GroupGrants extends NoGrants {

    @Override
    public AuthorizationEntity[] newTaskGroupIdentityLink(Task task, String groupId, String type) {
        if (!IdentityLinkType.CANDIDATE.equals(type) || existing(task, groupId) != null) {
            return NONE;
        }
        AuthorizationEntity grant = new AuthorizationEntity(AUTH_TYPE_GRANT);
        grant.setGroupId(groupId);
        grant.setResource(Resources.TASK);
        grant.setResourceId(task.getId());
        grant.addPermission(Permissions.READ);
        grant.addPermission(Permissions.TASK_WORK);
        return new AuthorizationEntity[] {grant};
    }

    @Override
    public AuthorizationEntity[] deleteTaskGroupIdentityLink(Task task, String groupId, String type) {
        AuthorizationEntity grant = IdentityLinkType.CANDIDATE.equals(type) ? existing(task, groupId) : null;
        return grant == null ? NONE : new AuthorizationEntity[] {grant};
    }

    /** Looks in the database only for a task that was there before: a cascade makes thousands of new ones. */
    private static AuthorizationEntity existing(Task task, String groupId) {
        DbEntityManager entities = Context.getCommandContext().getDbEntityManager();
        CachedDbEntity cached = entities.getDbEntityCache().getCachedEntity(TaskEntity.class, task.getId());
        if (cached == null || cached.getEntityState() != DbEntityState.TRANSIENT) {
            return Context.getCommandContext()
                    .getAuthorizationManager()
                    .findAuthorizationByGroupIdAndResourceId(AUTH_TYPE_GRANT, groupId, Resources.TASK, task.getId());
        }
        return entities.getCachedEntitiesByType(AuthorizationEntity.class).stream()
                .filter(grant ->
                        groupId.equals(grant.getGroupId()) && task.getId().equals(grant.getResourceId()))
                .findFirst()
                .orElse(null);
    }
}
