package vn.plancascade.followup.domain;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.document.Documents.Upload;
import vn.plancascade.followup.DeadlinePolicies;
import vn.plancascade.kernel.Act;
import vn.plancascade.kernel.ActWord;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.NotAllowed;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.kernel.Sha256;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Role;

/** A version is its row and its deployment, written in one transaction; the row says which deployment is asked. */
@Service
class ReplacedPolicies implements DeadlinePolicies {

    private static final String OWN_FILE = PolicyFile.NAME + ".dmn";
    private static final int LONGEST_NAME = 200;

    private final PolicyVersions versions;
    private final DeployedPolicies deployed;
    private final StagePolicy inForce;
    private final PolicyForecast forecast;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReplacedPolicies(
            PolicyVersions versions,
            DeployedPolicies deployed,
            StagePolicy inForce,
            PolicyForecast forecast,
            ApplicationEventPublisher events,
            Clock clock) {
        this.versions = versions;
        this.deployed = deployed;
        this.inForce = inForce;
        this.forecast = forecast;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Version> versions(Actor actor) {
        requireAdministrator(actor);
        List<Version> all = new ArrayList<>(versions.all());
        all.add(new Version(0, OWN_FILE, Sha256.of(bytes(deployed.own())), null, null));
        return all;
    }

    @Override
    @Transactional(readOnly = true)
    public String content(Actor actor, Integer version) {
        int wanted = version == null ? versions(actor).get(0).version() : version;
        requireAdministrator(actor);
        return wanted == 0
                ? deployed.own()
                : versions.content(wanted).orElseThrow(() -> new NotFound("policy.unknown"));
    }

    @Override
    @Transactional(readOnly = true)
    public Preview tryOut(Actor actor, Upload file) {
        requireAdministrator(actor);
        return forecast.compare(inForce, deployed.tried(PolicyFile.checked(file.content())));
    }

    @Override
    @Transactional
    public Preview replace(Actor actor, Upload file) {
        Preview changes = tryOut(actor, file);
        String content = PolicyFile.checked(file.content());
        String sha256 = Sha256.of(bytes(content));
        Version last = versions(actor).get(0);
        if (last.sha256().equals(sha256)) {
            throw new InvalidInput(PolicyFile.FIELD, "policy.same", last.version());
        }
        Version added = new Version(
                last.version() + 1, name(file.fileName()), sha256, actor.login(), VietnamTime.offset(clock.instant()));
        versions.add(added, content, deployed.deploy(content));
        events.publishEvent(Act.of(ActWord.policyReplaced, actor.login())
                .about(added.version())
                .saying(added.fileName()));
        return changes;
    }

    private static byte[] bytes(String content) {
        return content.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static String name(String sent) {
        String line = Names.line(Names.clean(sent));
        return line.isEmpty() ? OWN_FILE : line.substring(Math.max(0, line.length() - LONGEST_NAME));
    }

    private static void requireAdministrator(Actor actor) {
        if (!actor.holds(Role.administrator)) {
            throw new NotAllowed("policy.administrators");
        }
    }
}
