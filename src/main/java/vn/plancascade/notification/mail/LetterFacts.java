package vn.plancascade.notification.mail;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.plancascade.notification.Rung;
import vn.plancascade.notification.domain.JdbcMailTexts;
import vn.plancascade.notification.domain.Told;
import vn.plancascade.notification.domain.ToldReader;
import vn.plancascade.notification.domain.ToldReader.Addressee;
import vn.plancascade.notification.domain.Wordings;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.PeopleWithRoles;
import vn.plancascade.organisation.Role;

/** Reads what some mails have to say and to whom, each matter with one statement however many mails there are. */
@Component
class LetterFacts {

    private final ToldReader notices;
    private final PeopleWithRoles people;
    private final Organisation organisation;
    private final JdbcMailTexts wordings;

    LetterFacts(ToldReader notices, PeopleWithRoles people, Organisation organisation, JdbcMailTexts wordings) {
        this.notices = notices;
        this.people = people;
        this.organisation = organisation;
        this.wordings = wordings;
    }

    /**
     * @param told by mail; a mail that has nothing left to tell is left out
     * @param unitNames of every unit that a reader may be named by
     * @param withClerk units that have somebody who registers what comes in
     * @param undelivered whom the mails were for that the notices tell of as failed
     */
    record Facts(
            Map<Long, List<Told>> told,
            Map<String, Actor> people,
            Map<String, String> unitNames,
            Set<String> withClerk,
            Map<Long, Addressee> undelivered,
            Wordings wordings) {

        /** Those whom the notices of a mail are for: one person, or all who share the mailbox. */
        Reader readerOf(List<Told> notices) {
            return new Reader(notices.stream()
                    .map(Told::recipient)
                    .distinct()
                    .sorted()
                    .map(login -> Objects.requireNonNull(people.get(login), login))
                    .toList());
        }
    }

    Facts of(Collection<Long> mails) {
        Map<Long, List<Told>> told = notices.of(mails);
        List<Told> all = told.values().stream().flatMap(List::stream).toList();
        Map<String, Actor> readers =
                people.byLogin(all.stream().map(Told::recipient).collect(Collectors.toSet()));
        return new Facts(
                told, readers, unitNames(all, readers.values()), withClerk(all), undelivered(all), wordings.inForce());
    }

    private Map<String, String> unitNames(List<Told> told, Collection<Actor> readers) {
        Set<String> units = Stream.concat(
                        told.stream().map(Told::superiorCode).filter(Objects::nonNull),
                        readers.stream().flatMap(reader -> reader.units().stream()))
                .collect(Collectors.toSet());
        return units.isEmpty() ? Map.of() : organisation.unitNames(units);
    }

    private Set<String> withClerk(List<Told> told) {
        Set<String> begun = new HashSet<>();
        told.stream()
                .filter(Told::bringsThePlan)
                .forEach(one -> begun.add(one.duty().unitCode()));
        return organisation.holders(Role.clerk, begun).keySet();
    }

    private Map<Long, Addressee> undelivered(List<Told> told) {
        List<Long> failed = new ArrayList<>();
        told.stream()
                .filter(one -> one.rung() == Rung.UNDELIVERED)
                .forEach(one -> failed.add(Occasion.failedMail(one)));
        return notices.addressees(failed);
    }
}
