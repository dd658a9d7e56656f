package vn.plancascade.identity.engineapi;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * What people other than administrators may ask by: what Tasklist sends, its search box and its pages of results among it,
 * and what a program that works on tasks needs. A name that is not here is refused, for the engine would either answer
 * everything (it does not know the name) or work long on it.
 */
final class QueryProperties {

    /** Conditions on variables: each is a list of name, operator and value. */
    static final Set<String> VARIABLES = Set.of("processVariables", "taskVariables", "caseInstanceVariables");

    /** The engine refuses these itself, by name and whatever is in them. */
    static final String EXPRESSION = "Expression";

    static final Set<String> TASKS = names("""
            active suspended name nameNotEqual nameLike nameNotLike description descriptionLike priority minPriority maxPriority
            assignee assigneeLike assigneeIn assigneeNotIn assigned unassigned owner involvedUser candidateUser candidateGroup
            candidateGroupLike candidateGroups includeAssignedTasks withCandidateGroups withoutCandidateGroups withCandidateUsers
            withoutCandidateUsers delegationState taskId taskIdIn taskDefinitionKey taskDefinitionKeyIn taskDefinitionKeyNotIn
            taskDefinitionKeyLike parentTaskId processInstanceId processInstanceIdIn processInstanceBusinessKey
            processInstanceBusinessKeyIn processInstanceBusinessKeyLike processDefinitionId processDefinitionKey
            processDefinitionKeyIn processDefinitionName processDefinitionNameLike executionId activityInstanceIdIn
            due dueDate dueAfter dueBefore withoutDueDate followUp followUpDate followUpAfter followUpBefore
            followUpBeforeOrNotExistent created createdOn createdAfter createdBefore updatedAfter tenantIdIn withoutTenantId
            processVariables taskVariables caseInstanceVariables variableNamesIgnoreCase variableValuesIgnoreCase
            orQueries sorting""");

    /** Tasklist repeats these in the body, where the engine does not look. */
    static final Set<String> PAGE = names("firstResult maxResults");

    private static final List<Parameters> BY_PATH = List.of(
            parameters("/task", "sortBy sortOrder", PAGE, TASKS),
            parameters("/task/count", "", TASKS),
            parameters("/task/{id}/**", "deserializeValue deserializeValues variableNames noCache"),
            parameters(
                    "/task/{id}", "withCommentAttachmentInfo withTaskVariablesInReturn withTaskLocalVariablesInReturn"),
            parameters("/filter", "filterId resourceType name nameLike owner itemCount sortBy sortOrder", PAGE),
            parameters("/filter/count", "filterId resourceType name nameLike owner itemCount"),
            parameters("/filter/{id}", "itemCount"),
            parameters("/filter/{id}/**", "", PAGE),
            parameters(
                    "/process-definition",
                    "processDefinitionId processDefinitionIdIn key keysIn keyLike name nameLike version latestVersion active"
                            + " suspended startableInTasklist startablePermissionCheck sortBy sortOrder",
                    PAGE),
            parameters(
                    "/process-definition/count",
                    "processDefinitionId processDefinitionIdIn key keysIn keyLike name nameLike version latestVersion active"
                            + " suspended startableInTasklist startablePermissionCheck"),
            parameters("/process-definition/**", "deserializeValues variableNames noCache"),
            parameters(
                    "/history/**",
                    "taskId taskIdIn taskDefinitionKey taskAssignee taskName processInstanceId processInstanceIds"
                            + " processInstanceIdIn processInstanceBusinessKey processDefinitionId processDefinitionKey"
                            + " executionId activityId activityInstanceId activityType activityName variableName"
                            + " deserializeValues finished unfinished startedAfter startedBefore finishedAfter finishedBefore"
                            + " active completed canceled operationType entityType property userId sortBy sortOrder",
                    PAGE),
            parameters("/identity/groups", "userId"),
            parameters("/group", "member", PAGE),
            parameters("/group/count", "member"),
            parameters(
                    "/authorization/check",
                    "permissionName permissionValue resourceName resourceType resourceId userId"));

    private QueryProperties() {}

    /** The parameters that an address may carry. */
    static Set<String> parameters(PathContainer path) {
        return BY_PATH.stream()
                .filter(entry -> entry.path.matches(path))
                .findFirst()
                .map(Parameters::names)
                .orElse(Set.of());
    }

    @SafeVarargs
    private static Parameters parameters(String path, String names, Set<String>... more) {
        return new Parameters(
                PathPatternParser.defaultInstance.parse(path),
                Stream.concat(names(names).stream(), Arrays.stream(more).flatMap(Set::stream))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static Set<String> names(String words) {
        return words.isBlank() ? Set.of() : Set.of(words.strip().split("\\s+"));
    }

    private record Parameters(PathPattern path, Set<String> names) {}
}
