package vn.plancascade.identity.directory;

import static vn.plancascade.identity.StandingGroups.ADMINISTRATORS;
import static vn.plancascade.identity.StandingGroups.STAFF;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import vn.plancascade.organisation.Directory;
import vn.plancascade.organisation.Person;
import vn.plancascade.organisation.PersonQuery;
import vn.plancascade.organisation.Role;

/** A query for users, answered from our people. */
class DirectoryUserQuery extends UserQueryImpl {

    private static final long serialVersionUID = 1L;

    private final transient Directory directory;

    DirectoryUserQuery(Directory directory, CommandExecutor executor) {
        super(executor);
        this.directory = directory;
    }

    @Override
    public long executeCount(CommandContext context) {
        return toPersonQuery().map(directory::countPeople).orElse(0L);
    }

    @Override
    public List<User> executeList(CommandContext context, Page page) {
        int first = page == null ? 0 : page.getFirstResult();
        int max = page == null ? Integer.MAX_VALUE : page.getMaxResults();
        return toPersonQuery()
                .map(query -> directory.people(query, first, max).stream()
                        .map(DirectoryUserQuery::user)
                        .toList())
                .orElse(List.of());
    }

    /** What to look for; empty where nobody can fit, such as a group that is nobody's role. */
    private Optional<PersonQuery> toPersonQuery() {
        if (tenantId != null || procDefId != null) {
            return Optional.empty();
        }
        List<String> logins = logins();
        if (logins != null && logins.isEmpty()) {
            return Optional.empty();
        }
        Role role = null;
        String unit = null;
        if (ADMINISTRATORS.equals(groupId)) {
            role = Role.administrator;
        } else if (groupId != null && !STAFF.equals(groupId)) {
            role = GroupId.role(groupId);
            unit = GroupId.unit(groupId);
            if (role == null) {
                return Optional.empty();
            }
        }
        List<String> likes = Stream.of(wild(firstNameLike), wild(lastNameLike))
                .flatMap(Optional::stream)
                .toList();
        return Optional.of(new PersonQuery(logins, firstName, lastName, likes, email, emailLike, role, unit));
    }

    private List<String> logins() {
        if (id == null) {
            return ids == null ? null : List.of(ids);
        }
        return ids == null || Stream.of(ids).anyMatch(id::equalsIgnoreCase) ? List.of(id) : List.of();
    }

    private static Optional<String> wild(String like) {
        return Optional.ofNullable(like).map(text -> "%" + text + "%");
    }

    /** The webapps show first name, then last name: a Vietnamese name keeps its order when the last word is the last name. */
    private static User user(Person person) {
        UserEntity user = new UserEntity();
        String name = person.fullName();
        int cut = name.lastIndexOf(' ');
        user.setId(person.login());
        user.setFirstName(cut < 0 ? "" : name.substring(0, cut));
        user.setLastName(name.substring(cut + 1));
        user.setEmail(person.email());
        return user;
    }
}
