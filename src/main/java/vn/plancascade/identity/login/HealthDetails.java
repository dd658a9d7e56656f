package vn.plancascade.identity.login;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.health.AdditionalHealthEndpointPath;
import org.springframework.boot.actuate.health.HealthEndpointGroup;
import org.springframework.boot.actuate.health.HealthEndpointGroups;
import org.springframework.boot.actuate.health.HealthEndpointGroupsPostProcessor;
import org.springframework.boot.actuate.health.HttpCodeStatusMapper;
import org.springframework.boot.actuate.health.StatusAggregator;
import org.springframework.stereotype.Component;
import vn.plancascade.database.DatabaseState;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Role;

/**
 * Everybody may ask whether the application is well; administrators are told what of it is. Rights are read from the roles held
 * today and are no authorities of the session, so that Spring's own setting ({@code show-details}) cannot know them. Nobody is told while they cannot be read.
 */
@Component
class HealthDetails implements HealthEndpointGroupsPostProcessor {

    private final ObjectProvider<Organisation> organisation;
    private final DatabaseState database;

    HealthDetails(ObjectProvider<Organisation> organisation, DatabaseState database) {
        this.organisation = organisation;
        this.database = database;
    }

    @Override
    public HealthEndpointGroups postProcessHealthEndpointGroups(HealthEndpointGroups groups) {
        Map<String, HealthEndpointGroup> named =
                groups.getNames().stream().collect(Collectors.toMap(name -> name, name -> new Group(groups.get(name))));
        return HealthEndpointGroups.of(new Group(groups.getPrimary()), named);
    }

    private boolean isAdministrator(SecurityContext asking) {
        // Who asks is known by a session, which is in the database too.
        return !database.isAway()
                && asking.getPrincipal() != null
                && organisation
                        .getObject()
                        .actor(asking.getPrincipal().getName())
                        .filter(actor -> actor.holds(Role.administrator))
                        .isPresent();
    }

    private final class Group implements HealthEndpointGroup {

        private final HealthEndpointGroup group;

        Group(HealthEndpointGroup group) {
            this.group = group;
        }

        @Override
        public boolean isMember(String name) {
            return group.isMember(name);
        }

        @Override
        public boolean showComponents(SecurityContext asking) {
            return isAdministrator(asking);
        }

        @Override
        public boolean showDetails(SecurityContext asking) {
            return isAdministrator(asking);
        }

        @Override
        public StatusAggregator getStatusAggregator() {
            return group.getStatusAggregator();
        }

        @Override
        public HttpCodeStatusMapper getHttpCodeStatusMapper() {
            return group.getHttpCodeStatusMapper();
        }

        @Override
        public AdditionalHealthEndpointPath getAdditionalPath() {
            return group.getAdditionalPath();
        }
    }
}
