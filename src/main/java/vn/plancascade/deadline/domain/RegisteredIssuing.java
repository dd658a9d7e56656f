package vn.plancascade.deadline.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.DutySteps;
import vn.plancascade.deadline.Issuing;
import vn.plancascade.document.OutgoingRegister;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Person;
import vn.plancascade.organisation.Role;
import vn.plancascade.organisation.Substitutions;
import vn.plancascade.organisation.Unit;

@Service
@Transactional(propagation = Propagation.SUPPORTS)
class RegisteredIssuing implements Issuing {

    private final DutySteps duties;
    private final OutgoingRegister register;
    private final Substitutions substitutions;
    private final Organisation organisation;
    private final Clock clock;

    RegisteredIssuing(
            DutySteps duties,
            OutgoingRegister register,
            Substitutions substitutions,
            Organisation organisation,
            Clock clock) {
        this.duties = duties;
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
        if (date.isAfter(VietnamTime.dayOf(clock.instant()))) {
            throw new InvalidInput("documentDate", "document.dateInFuture");
        }
        LocalDate approved = VietnamTime.dayOf(approvedAt);
        if (date.isBefore(approved)) {
            throw new InvalidInput("documentDate", "document.dateBeforeApproval", VietnamTime.text(approved));
        }
        if (substitutions.block(unit.code(), signatory, date).isEmpty()) {
            throw new InvalidInput("signatory", "document.signatory", unit.name());
        }
        return register.register(unit, series, date, sentNumber, subject);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void sign(long obligationId, Unit unit, String signatory, LocalDate date) {
        substitutions
                .block(unit.code(), signatory, date)
                .ifPresent(block -> duties.signed(
                        obligationId,
                        block.form() == null ? null : block.form().name(),
                        block.signedFor(),
                        String.join("\n", block.lines()),
                        block.signedFor() == null
                                ? null
                                : nameOf(signatory) + " ký thay (" + block.form() + ".) " + nameOf(block.signedFor())));
    }

    @Override
    public String defaultSignatory(String unitCode) {
        return organisation.holders(Role.head, unitCode).stream()
                .findFirst()
                .map(Person::login)
                .orElse("");
    }

    private String nameOf(String login) {
        return organisation.person(login).map(Person::fullName).orElse(login);
    }
}
