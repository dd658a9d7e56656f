package vn.plancascade.identity.directory;

import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.GroupQuery;
import org.camunda.bpm.engine.identity.NativeUserQuery;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.TenantQuery;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.springframework.stereotype.Component;
import vn.plancascade.identity.login.PasswordCheck;
import vn.plancascade.organisation.Directory;
import vn.plancascade.organisation.Organisation;

/** The engine's view of people and dated roles. It holds no state, so one serves every command. */
@Component
class DirectorySession implements ReadOnlyIdentityProvider {

    private final Organisation organisation;
    private final Directory directory;
    private final PasswordCheck passwords;

    DirectorySession(Organisation organisation, Directory directory, PasswordCheck passwords) {
        this.organisation = organisation;
        this.directory = directory;
        this.passwords = passwords;
    }

    @Override
    public User findUserById(String userId) {
        return createUserQuery(null).userId(userId).singleResult();
    }

    @Override
    public UserQuery createUserQuery() {
        return new DirectoryUserQuery(directory, executor());
    }

    @Override
    public UserQuery createUserQuery(CommandContext context) {
        return new DirectoryUserQuery(directory, null);
    }

    @Override
    public NativeUserQuery createNativeUserQuery() {
        throw new BadUserRequestException("People are not in the engine's tables");
    }

    @Override
    public boolean checkPassword(String userId, String password) {
        return passwords.matches(userId, password);
    }

    @Override
    public Group findGroupById(String groupId) {
        return createGroupQuery(null).groupId(groupId).singleResult();
    }

    @Override
    public GroupQuery createGroupQuery() {
        return new DirectoryGroupQuery(organisation, directory, executor());
    }

    @Override
    public GroupQuery createGroupQuery(CommandContext context) {
        return new DirectoryGroupQuery(organisation, directory, null);
    }

    @Override
    public Tenant findTenantById(String tenantId) {
        return null;
    }

    @Override
    public TenantQuery createTenantQuery() {
        return new NoTenants(executor());
    }

    @Override
    public TenantQuery createTenantQuery(CommandContext context) {
        return new NoTenants(null);
    }

    @Override
    public void flush() {
        // nothing is ever written
    }

    @Override
    public void close() {
        // nothing is held open
    }

    static <T> List<T> page(List<T> all, int first, int max) {
        return all.stream().skip(Math.max(0, first)).limit(Math.max(0, max)).toList();
    }

    private static CommandExecutor executor() {
        return Context.getProcessEngineConfiguration().getCommandExecutorTxRequired();
    }
}
