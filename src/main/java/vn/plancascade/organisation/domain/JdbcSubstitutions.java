package vn.plancascade.organisation.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.NotAllowed;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Role;
import vn.plancascade.organisation.SigningBlock;
import vn.plancascade.organisation.Substitution;
import vn.plancascade.organisation.Substitutions;

@Service
@Transactional
class JdbcSubstitutions implements Substitutions {

    private final SubstitutionReader reader;
    private final SubstitutionTable table;
    private final SubstitutionOverlaps overlaps;
    private final OwnHeads ownHeads;
    private final SigningBlocks blocks;
    private final Organisation organisation;
    private final Clock clock;

    JdbcSubstitutions(
            SubstitutionReader reader,
            SubstitutionTable table,
            SubstitutionOverlaps overlaps,
            OwnHeads ownHeads,
            SigningBlocks blocks,
            Organisation organisation,
            Clock clock) {
        this.reader = reader;
        this.table = table;
        this.overlaps = overlaps;
        this.ownHeads = ownHeads;
        this.blocks = blocks;
        this.organisation = organisation;
        this.clock = clock;
    }

    @Override
    public Substitution add(Actor actor, Substitution typed) {
        Substitution sent = typed.as(organisation.loginOf(typed.absent()), organisation.loginOf(typed.substitute()));
        String unit = Names.code(sent.unitCode());
        if (unit == null || organisation.unit(unit).isEmpty()) {
            throw new InvalidInput("unitCode", "unit.unknown", String.valueOf(unit));
        }
        String absent = sent.absent() == null ? actor.login() : sent.absent();
        boolean own = absent.equals(actor.login()) && actor.holds(Role.head, unit);
        if (!own && !actor.holds(Role.administrator)) {
            throw new NotAllowed("substitution.notHead");
        }
        if (!own && actor.login().equals(sent.substitute())) {
            throw new NotAllowed("person.ownRole");
        }
        // What is delegated is not passed on: a substitute is no head of its own.
        if (ownHeads.today(unit).stream().noneMatch(absent::equals)) {
            throw own ? new NotAllowed("substitution.passedOn") : new InvalidInput("absent", "substitution.noHead");
        }
        SubstitutionRules.check(sent, absent, today(), candidates(unit));
        overlaps.lock(unit);
        overlaps.refuse(sent, unit, absent);
        return table.add(actor, sent, unit, absent);
    }

    @Override
    public Substitution end(Actor actor, long id) {
        Substitution substitution = table.find(id);
        if (!organisation.isWithin(organisation.scopeOf(actor), substitution.unitCode())) {
            throw new NotFound("substitution.unknown");
        }
        if (!actor.login().equals(substitution.absent()) && !actor.holds(Role.administrator)) {
            throw new NotAllowed("substitution.notHead");
        }
        table.end(id, actor.login(), today());
        return table.find(id);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<Substitution> search(Actor actor, String unitCode, boolean current, PageRequest page) {
        return reader.search(actor, Names.code(unitCode), current, page);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Substitution> actingOf(String substitute) {
        return reader.actingOf(substitute);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Substitution> inForceFor(String login) {
        return reader.inForceFor(login);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Candidate> candidates(String unitCode) {
        return reader.candidates(unitCode);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<SigningBlock> block(String unitCode, String login, LocalDate day) {
        return blocks.of(unitCode, login, day);
    }

    private LocalDate today() {
        return VietnamTime.dayOf(clock.instant());
    }
}
