package vn.plancascade.identity.directory;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;
import static vn.plancascade.identity.StandingGroups.STAFF;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;

/** What everybody may do at the engine: open Tasklist and read what a process is. Tasks come from candidate groups alone. */
final class StandingGrants {

    private StandingGrants() {}

    /** Writes what is missing; nodes that start at once do no harm to each other. */
    static void write(ProcessEngine engine) {
        AuthorizationService grants = engine.getAuthorizationService();
        grant(grants, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        grant(grants, Resources.PROCESS_DEFINITION, ANY, Permissions.READ);
    }

    private static void grant(AuthorizationService grants, Resource resource, String id, Permission permission) {
        if (exists(grants, resource, id)) {
            return;
        }
        Authorization grant = grants.createNewAuthorization(AUTH_TYPE_GRANT);
        grant.setGroupId(STAFF);
        grant.setResource(resource);
        grant.setResourceId(id);
        grant.addPermission(permission);
        try {
            grants.saveAuthorization(grant);
        } catch (ProcessEngineException failed) {
            // Another node was faster: the table holds each grant once.
            if (!exists(grants, resource, id)) {
                throw failed;
            }
        }
    }

    private static boolean exists(AuthorizationService grants, Resource resource, String id) {
        return grants.createAuthorizationQuery()
                        .groupIdIn(STAFF)
                        .resourceType(resource)
                        .resourceId(id)
                        .count()
                > 0;
    }
}
