package vn.plancascade.identity.engineapi;

/**
 * What may be asked of Camunda's interfaces. Steps of the business are not in it, with one exception: the calls on a
 * single task that {@code TasklistBridge} answers from the product's own task list, and never the engine.
 */
final class AllowedCalls {

    /** What Tasklist and REST clients need; which rows they see is up to the engine's authorizations. */
    static final CallList EVERYBODY = CallList.of("""
            GET                 /task
            POST                /task
            GET,POST            /task/count
            GET                 /task/{id}
            GET                 /task/{id}/form
            GET                 /task/{id}/deployed-form
            GET                 /task/{id}/rendered-form
            GET                 /task/{id}/identity-links
            GET                 /task/{id}/comment
            GET                 /task/{id}/attachment
            GET                 /task/{id}/form-variables
            GET                 /task/{id}/variables
            POST                /task/{id}/claim
            POST                /task/{id}/unclaim
            POST                /task/{id}/complete
            POST                /task/{id}/submit-form
            PUT                 /task/{id}/draft
            OPTIONS             /task/{id}

            GET,OPTIONS         /filter
            GET                 /filter/count
            GET,OPTIONS         /filter/{id}
            GET,POST            /filter/{id}/list
            GET,POST            /filter/{id}/count
            GET,POST            /filter/{id}/singleResult

            GET                 /process-definition
            GET                 /process-definition/count
            GET                 /process-definition/{id}
            GET                 /process-definition/{id}/xml
            GET                 /process-definition/{id}/diagram
            GET                 /process-definition/{id}/startForm
            GET                 /process-definition/{id}/deployed-start-form
            GET                 /process-definition/{id}/form-variables
            GET                 /process-definition/key/{key}
            GET                 /process-definition/key/{key}/xml
            GET                 /process-definition/key/{key}/diagram

            GET                 /history/**

            GET                 /user/{self}/profile
            GET                 /identity/groups?userId
            GET                 /group?member
            GET                 /group/count?member
            GET                 /authorization/check
            GET                 /version
            GET                 /engine

            GET                 /camunda/api/engine/engine/
            GET                 /camunda/api/engine/engine
            GET                 /camunda/api/admin/auth/user/{engine}
            POST                /camunda/api/admin/auth/user/{engine}/logout
            GET                 /camunda/api/tasklist/**
            GET                 /camunda/api/welcome/**
            """);

    /** What an administrator may in addition: look at everything, and get what has failed going again. */
    static final CallList ADMINISTRATORS = CallList.of("""
            GET,OPTIONS         /**

            POST                /process-instance
            POST                /process-instance/count
            POST                /execution
            POST                /execution/count
            POST                /variable-instance
            POST                /variable-instance/count
            POST                /job
            POST                /job/count
            POST                /job-definition
            POST                /job-definition/count
            POST                /external-task
            POST                /external-task/count
            POST                /history/{kind:process-instance|activity-instance|task|variable-instance|job-log}
            POST                /history/{kind:process-instance|activity-instance|task|variable-instance|job-log}/count
            POST                /camunda/api/cockpit/plugin/**

            PUT                 /job/{id}/retries
            POST                /job/retries
            PUT                 /job/{id}/suspended
            PUT                 /job/suspended
            PUT                 /job-definition/{id}/retries
            PUT                 /job-definition/{id}/suspended
            PUT                 /job-definition/suspended
            PUT                 /external-task/{id}/retries
            PUT                 /external-task/retries
            PUT,DELETE          /incident/{id}/annotation
            PUT                 /process-definition/{id}/suspended
            PUT                 /process-definition/key/{key}/suspended
            PUT                 /process-definition/suspended
            PUT                 /process-instance/{id}/suspended
            PUT                 /process-instance/suspended

            POST                /filter/create
            PUT,DELETE          /filter/{id}
            """);

    private AllowedCalls() {}
}
