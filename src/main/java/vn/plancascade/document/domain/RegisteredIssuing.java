package vn.plancascade.document.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.document.Issuing;
import vn.plancascade.document.OutgoingRegister;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Person;
import vn.plancascade.organisation.Role;
import vn.plancascade.organisation.SigningBlock;
import vn.plancascade.organisation.Substitutions;
import vn.plancascade.organisation.Unit;

@Service
@Transactional(propagation = Propagation.SUPPORTS)
class RegisteredIssuing implements Issuing {

    private final OutgoingRegister register;
    private final Substitutions substitutions;
    private final Organisation organisation;
    private final Clock clock;

    RegisteredIssuing(OutgoingRegister register, Substitutions substitutions, Organisation organisation, Clock clock) {
        this.register = register;
        this.substitutions = substitutions;
        this.organisation = organisation;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public String register(
            Unit unit,
            String series,
            String subject,
            Instant approvedAt,
            String sentNumber,
            LocalDate date,
            String signatory) {
        checkDate(approvedAt, date);
        if (substitutions.block(unit.code(), signatory, date).isEmpty()) {
            throw new InvalidInput("signatory", "document.signatory", unit.name());
        }
        return register.register(unit, series, date, sentNumber, subject);
    }

    @Override
    public void checkDate(Instant approvedAt, LocalDate date) {
        if (date.isAfter(VietnamTime.dayOf(clock.instant()))) {
            throw new InvalidInput("documentDate", "document.dateInFuture");
        }
        LocalDate approved = VietnamTime.dayOf(approvedAt);
        if (date.isBefore(approved)) {
            throw new InvalidInput("documentDate", "document.dateBeforeApproval", VietnamTime.text(approved));
        }
    }

    @Override
    public Optional<Signature> signature(Unit unit, String signatory, LocalDate date) {
        return substitutions
                .block(unit.code(), signatory, date)
                .map(block -> new Signature(block, inWords(signatory, block)));
    }

    private String inWords(String signatory, SigningBlock block) {
        return block.signedFor() == null
                ? null
                : organisation.nameOf(signatory) + " ký thay (" + block.form() + ".) "
                        + organisation.nameOf(block.signedFor());
    }

    @Override
    public List<Signatory> signatories(String unitCode, LocalDate day) {
        List<Person> leaders = organisation.holders(Role.ministryLeader, unitCode);
        Stream<Person> people = leaders.isEmpty()
                ? Stream.concat(
                        organisation.holders(Role.head, unitCode).stream(),
                        substitutions.candidates(unitCode).stream().map(Substitutions.Candidate::person))
                : leaders.stream();
        return people.distinct()
                .flatMap(person -> substitutions.block(unitCode, person.login(), day).stream()
                        .map(block -> new Signatory(person.login(), person.fullName(), block.lines())))
                .toList();
    }

    @Override
    public String defaultSignatory(String unitCode) {
        return organisation.holders(Role.head, unitCode).stream()
                .findFirst()
                .map(Person::login)
                .orElse("");
    }
}
