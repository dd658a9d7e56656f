package vn.plancascade.identity.directory;

import static vn.plancascade.identity.StandingGroups.ADMINISTRATORS;
import static vn.plancascade.identity.StandingGroups.STAFF;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import vn.plancascade.identity.CurrentActor;
import vn.plancascade.organisation.Directory;
import vn.plancascade.organisation.Organisation;

/** A query for groups, answered from the roles that are held today. A group's name is its id. */
class DirectoryGroupQuery extends GroupQueryImpl {

    private static final long serialVersionUID = 1L;

    private final transient Organisation organisation;
    private final transient Directory directory;

    DirectoryGroupQuery(Organisation organisation, Directory directory, CommandExecutor executor) {
        super(executor);
        this.organisation = organisation;
        this.directory = directory;
    }

    @Override
    public long executeCount(CommandContext context) {
        return matching().count();
    }

    @Override
    public List<Group> executeList(CommandContext context, Page page) {
        int first = page == null ? 0 : page.getFirstResult();
        int max = page == null ? Integer.MAX_VALUE : page.getMaxResults();
        return DirectorySession.page(matching().map(DirectoryGroupQuery::group).toList(), first, max);
    }

    private Stream<String> matching() {
        if (tenantId != null || procDefId != null) {
            return Stream.empty();
        }
        return candidates()
                .filter(group -> id == null || id.equals(group))
                .filter(group -> ids == null || Arrays.asList(ids).contains(group))
                .filter(group -> name == null || name.equals(group))
                .filter(group -> nameLike == null || like(group))
                .filter(group -> type == null || type.equals(typeOf(group)));
    }

    private Stream<String> candidates() {
        if (userId != null) {
            return organisation.actor(userId).map(CurrentActor::engineGroups).orElse(List.of()).stream()
                    .sorted();
        }
        List<String> all = new ArrayList<>(directory.groups());
        all.add(STAFF);
        all.add(ADMINISTRATORS);
        return all.stream();
    }

    private boolean like(String group) {
        return group.toLowerCase().contains(nameLike.replace("%", "").toLowerCase());
    }

    private static Group group(String id) {
        GroupEntity group = new GroupEntity(id);
        group.setName(id);
        group.setType(typeOf(id));
        return group;
    }

    private static String typeOf(String group) {
        return ADMINISTRATORS.equals(group) ? Groups.GROUP_TYPE_SYSTEM : Groups.GROUP_TYPE_WORKFLOW;
    }
}
