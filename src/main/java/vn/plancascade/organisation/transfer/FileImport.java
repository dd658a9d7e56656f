package vn.plancascade.organisation.transfer;

import static vn.plancascade.kernel.VietnamTime.offset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.kernel.Act;
import vn.plancascade.kernel.ActWord;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.NotAllowed;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.kernel.sheet.WrittenValues;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.ColumnMap;
import vn.plancascade.organisation.OwedByUnits;
import vn.plancascade.organisation.PeopleImported;
import vn.plancascade.organisation.Role;
import vn.plancascade.organisation.UnitImport;
import vn.plancascade.organisation.UnitKind;
import vn.plancascade.organisation.Valid;
import vn.plancascade.organisation.transfer.Table.Column;
import vn.plancascade.organisation.transfer.Table.Subject;

/** Reads a file, works out what it changes, and changes it in one transaction. */
@Service
class FileImport implements UnitImport {

    private static final int BATCH = 1_000;
    private static final int REASON_LENGTH = 1_000;
    private static final List<Locale> LANGUAGES = List.of(Locale.forLanguageTag("vi"), Locale.ENGLISH);

    private final TableReader reader;
    private final RememberedColumns columns;
    private final Headers headers;
    private final Present.Reader presentReader;
    private final MessageSource messages;
    private final NamedParameterJdbcTemplate jdbc;
    private final OwedByUnits owed;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FileImport(
            TableReader reader,
            RememberedColumns columns,
            Headers headers,
            Present.Reader presentReader,
            MessageSource messages,
            NamedParameterJdbcTemplate jdbc,
            OwedByUnits owed,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reader = reader;
        this.columns = columns;
        this.headers = headers;
        this.presentReader = presentReader;
        this.messages = messages;
        this.jdbc = jdbc;
        this.owed = owed;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Outcome run(Actor actor, String name, byte[] content, boolean dryRun, String sentReason, ColumnMap map) {
        actor.requireAdministrator();
        String reason = reason(sentReason, name);
        Problems problems = new Problems();
        TableReader.Read file = reader.read(name, content, columns.remembered(actor, map), problems);
        List<Table> tables = file.tables();
        if (table(tables, Subject.changes) != null) {
            throw problems.andFatal(null, null, "import.changes");
        }
        // Two imports go one after the other, and no other change of a tree comes in between.
        jdbc.update("update tree_state set derived_on = derived_on", Map.of());
        LocalDate today = VietnamTime.dayOf(clock.instant());
        Present present = presentReader.read(today);
        PeoplePlan people =
                new PeoplePlan(present, WrittenValues.of(Role.values(), "role.", messages), today, problems);
        Table unitTable = table(tables, Subject.units);
        UnitPlan units = new UnitPlan(
                unitTable == null ? new Table(Subject.units) : unitTable,
                present,
                WrittenValues.of(UnitKind.values(), "unitKind.", messages),
                today,
                problems);
        Changes unitChanges = units.work();
        people.heads(unitTable, units);
        Table peopleTable = table(tables, Subject.people);
        if (peopleTable != null) {
            people.rows(peopleTable, units);
        }
        problems.throwIfAny();
        if (people.decidingRoles.stream()
                .anyMatch(role -> role.given() && role.login().equals(actor.login()))) {
            throw new NotAllowed("person.ownRole");
        }
        if (!dryRun) {
            apply(units, people, actor, today);
            events.publishEvent(Act.of(ActWord.unitsImported, actor.login())
                    .about(Names.line(name))
                    .saying(reason));
            events.publishEvent(new PeopleImported(actor.login(), reason, people.addressChanges, people.decidingRoles));
        }
        int rows = tables.stream().mapToInt(table -> table.rows.size()).sum();
        return new Outcome(dryRun, rows, unitChanges, people.people(), people.roles(), stillOwed(units), file.seen());
    }

    private Map<String, Integer> stillOwed(UnitPlan units) {
        Set<String> closed = units.closings.stream()
                .filter(closing -> closing.get("to") != null)
                .map(closing -> (String) closing.get("code"))
                .collect(Collectors.toSet());
        return closed.isEmpty() ? Map.of() : owed.unsettled(closed);
    }

    private static String reason(String sent, String fileName) {
        String reason = Names.clean(sent);
        if (reason != null && reason.length() > REASON_LENGTH) {
            throw new InvalidInput("reason", "tooLong", REASON_LENGTH);
        }
        String name = Names.line(fileName);
        return reason != null ? reason : name.substring(0, Math.min(REASON_LENGTH, name.length()));
    }

    private static Table table(List<Table> tables, Subject subject) {
        List<Table> found =
                tables.stream().filter(table -> table.subject == subject).toList();
        if (found.size() > 1) {
            throw Problems.fatal(1, null, "import.sheetTwice");
        }
        return found.isEmpty() ? null : found.get(0);
    }

    private void apply(UnitPlan units, PeoplePlan people, Actor actor, LocalDate today) {
        write("insert into province (code, name) values (:code, :name)", units.provinces);
        write("""
                insert into unit (code, name, kind, province_code, email, symbol, place, numbering, valid_from, valid_to, sample)
                values (:code, :name, :kind, :province_code, :email, :symbol, :place, :numbering, :from, :to, false)""", units.inserts);
        units.changes.forEach(change -> {
            change.put("login", actor.login());
            change.put("at", offset(clock.instant()));
        });
        write("""
                insert into unit_change (unit_code, effective_from, name, kind, province_code, email, symbol, place, numbering,
                  entered_by, entered_at, applied)
                values (:code, :from, :name, :kind, :province_code, :email, :symbol, :place, :numbering, :login, :at, false)""", units.changes);
        jdbc.update(ScheduledChanges.APPLY, Map.of("today", today));
        jdbc.update(ScheduledChanges.DONE, Map.of("today", today));
        write("update unit set valid_to = :to, people_until = null where code = :code", units.closings);
        write("""
                delete from unit_relation where unit_code = :unit and relation = :relation and valid_from = :from""", units.relations);
        write("""
                update unit_relation set valid_to = :from
                where unit_code = :unit and relation = :relation and valid_from < :from
                  and %s""".formatted(Valid.notEnded("unit_relation", "from")), units.relations);
        write(
                """
                insert into unit_relation (unit_code, relation, superior_code, valid_from, valid_to)
                values (:unit, :relation, :superior, :from, :to)""",
                units.relations.stream()
                        .filter(relation -> relation.get("superior") != null)
                        .toList());
        write("""
                insert into person (login, full_name, email, phone, locale, enabled)
                values (:login, :name, :email, :phone, :locale, true)""", people.inserts);
        write(
                "update person set full_name = :name, email = :email, phone = :phone, locale = :locale where login = :login",
                people.updates);
        write("delete from role_assignment where id = :id", people.roleChanges().deletes());
        write(
                "update role_assignment set valid_from = :from, valid_to = :to where id = :id",
                people.roleChanges().updates());
        write("""
                insert into role_assignment (login, unit_code, role, title, valid_from, valid_to)
                values (:login, :unit, :role, :title, :from, :to)""", people.roleChanges().inserts());
        if (!units.relations.isEmpty() || !units.inserts.isEmpty()) {
            jdbc.update("update tree_state set derived_on = null", Map.of());
        }
    }

    private void write(String sql, List<Map<String, Object>> rows) {
        for (int from = 0; from < rows.size(); from += BATCH) {
            jdbc.batchUpdate(
                    sql,
                    org.springframework.jdbc.core.namedparam.SqlParameterSourceUtils.createBatch(
                            rows.subList(from, Math.min(from + BATCH, rows.size()))));
        }
    }

    @Override
    public Map<String, List<String>> fields() {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (Subject subject : Subject.OF_TREE) {
            fields.put(
                    subject.name(), subject.columns.stream().map(Column::name).toList());
        }
        return fields;
    }

    @Override
    public byte[] csvTemplate(boolean people) {
        Subject subject = people ? Subject.people : Subject.units;
        String header = subject.columns.stream().map(Column::name).collect(Collectors.joining(","));
        // The mark tells Excel that the letters are Unicode.
        return ('\uFEFF' + header + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] xlsxTemplate() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "plan-cascade", "1.0")) {
            for (Subject subject : Subject.OF_TREE) {
                Worksheet sheet = workbook.newWorksheet(text("import.sheet." + subject, LANGUAGES.get(0)));
                for (int i = 0; i < subject.columns.size(); i++) {
                    sheet.value(0, i, headers.label(subject.columns.get(i)));
                    sheet.style(0, i).bold().set();
                    sheet.width(i, 22);
                }
                sheet.freezePane(0, 1);
            }
            guide(workbook.newWorksheet(text("import.sheet.guide", LANGUAGES.get(0))));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private void guide(Worksheet sheet) {
        int row = 0;
        for (Locale language : LANGUAGES) {
            for (String line : text("import.guide", language).split("\\|")) {
                sheet.value(row++, 0, line.strip());
            }
            row++;
        }
        for (UnitKind kind : UnitKind.values()) {
            sheet.value(row, 0, kind.name());
            sheet.value(row++, 1, text("unitKind." + kind, LANGUAGES.get(0)));
        }
        row++;
        for (Role role : Role.values()) {
            sheet.value(row, 0, role.name());
            sheet.value(row++, 1, text("role." + role, LANGUAGES.get(0)));
        }
        sheet.width(0, 30);
        sheet.width(1, 60);
    }

    private String text(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }
}
