package vn.plancascade.followup.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.document.DocumentKind;
import vn.plancascade.document.Documents;
import vn.plancascade.followup.ChasingLetter;
import vn.plancascade.notification.PersonalMails;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Person;
import vn.plancascade.organisation.Role;
import vn.plancascade.organisation.UnitKind;

/**
 * An issued letter goes once to each chased unit and to the one above it, at the unit's address or, where there is none, its
 * head's; several that share an address get one mail.
 */
@Service
public class LetterMails {

    private static final int CHUNK = 1_000;

    private final JdbcClient jdbc;
    private final LetterTable table;
    private final Documents documents;
    private final Organisation organisation;
    private final PersonalMails mails;

    LetterMails(
            JdbcClient jdbc, LetterTable table, Documents documents, Organisation organisation, PersonalMails mails) {
        this.jdbc = jdbc;
        this.table = table;
        this.documents = documents;
        this.organisation = organisation;
        this.mails = mails;
    }

    /** Queues the mails; a letter whose mails are queued already is left alone. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(long id) {
        if (jdbc.sql("select exists (select 1 from chasing_letter_mail where letter_id = :letter)")
                .param("letter", id)
                .query(Boolean.class)
                .single()) {
            return;
        }
        ChasingLetter letter = table.find(id).orElseThrow();
        Map<String, Long> sent = new HashMap<>();
        addresses(letter).forEach((unit, address) -> {
            Long mail = address == null
                    ? null
                    : sent.computeIfAbsent(
                            address, to -> mails.sendTo(to, ChasingLetterMail.KIND, Long.toString(letter.id())));
            jdbc.sql("""
                            insert into chasing_letter_mail (letter_id, unit_code, address, mail_id)
                            values (:letter, :unit, cast(:address as varchar(254)), cast(:mail as bigint))""")
                    .param("letter", id)
                    .param("unit", unit)
                    .param("address", address)
                    .param("mail", mail)
                    .update();
        });
    }

    /** By unit; null where there is no address. */
    private Map<String, String> addresses(ChasingLetter letter) {
        Map<String, Address> units = new HashMap<>();
        jdbc.sql("""
                        select u.code, u.kind, u.email from chasing_letter_unit l join obligation o on o.id = l.obligation_id
                          join unit u on u.code = o.unit_code where l.letter_id = :letter
                        union
                        select u.code, u.kind, u.email from chasing_letter_unit l join obligation o on o.id = l.obligation_id
                          join unit u on u.code = o.superior_code where l.letter_id = :letter""").param("letter", letter.id()).query(row -> {
            units.put(row.getString(1), new Address(UnitKind.valueOf(row.getString(2)), row.getString(3)));
        });
        units.remove(letter.unit());
        // To a ministry and a people's committee goes what bears a signature, and nothing else.
        boolean signed = documents.of(DocumentKind.chasingLetter.subject(letter.id())).stream()
                .anyMatch(document -> document.kind() == DocumentKind.signedCopy);
        units.values().removeIf(address -> !signed && !address.kind().hasDuties());
        Map<String, String> heads = heads(units.keySet());
        Map<String, String> addresses = new java.util.TreeMap<>();
        units.forEach(
                (unit, address) -> addresses.put(unit, address.email() == null ? heads.get(unit) : address.email()));
        return addresses;
    }

    private record Address(UnitKind kind, String email) {}

    private Map<String, String> heads(Collection<String> units) {
        List<String> codes = new ArrayList<>(new TreeSet<>(units));
        Map<String, String> heads = new HashMap<>();
        for (int from = 0; from < codes.size(); from += CHUNK) {
            organisation
                    .holders(Role.head, codes.subList(from, Math.min(from + CHUNK, codes.size())))
                    .forEach((unit, people) -> people.stream()
                            .map(Person::email)
                            .filter(java.util.Objects::nonNull)
                            .findFirst()
                            .ifPresent(email -> heads.put(unit, email)));
        }
        return heads;
    }
}
