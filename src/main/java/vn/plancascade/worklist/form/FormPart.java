package vn.plancascade.worklist.form;

import java.util.List;
import java.util.Set;

/** One part of a form as a page shows it. */
public sealed interface FormPart {

    /** The fragment of {@code task-form.html} that draws it. */
    String type();

    /** When it is of use; null means always. */
    default Condition when() {
        return null;
    }

    /**
     * Shown while another field of the form has a value, or has not; without scripts it is always shown.
     *
     * @param field the name of that field
     */
    record Condition(String field, String value) {}

    /** Something to be read. */
    record Fact(String name, String label, String value) implements FormPart {
        @Override
        public String type() {
            return "fact";
        }
    }

    /**
     * A text, a number or a day to be typed.
     *
     * @param kind line, lines, number, whole (a number without decimals) or date
     * @param length longest text, or null
     * @param suffix the unit that stands behind it, or null
     */
    record Input(
            String name,
            String label,
            String hint,
            String kind,
            String value,
            boolean required,
            Integer length,
            String suffix,
            Condition when)
            implements FormPart {
        @Override
        public String type() {
            return "input";
        }
    }

    /**
     * One of several values, or any number of them.
     *
     * @param kind one (buttons), list or several
     */
    record Choice(
            String name,
            String label,
            String hint,
            String kind,
            List<Option> options,
            Set<String> chosen,
            boolean required,
            Condition when)
            implements FormPart {
        @Override
        public String type() {
            return "choice";
        }

        /** The chosen ones as they are read. */
        public String shown() {
            return options.stream()
                    .filter(option -> chosen.contains(option.value()))
                    .map(Option::label)
                    .collect(java.util.stream.Collectors.joining(", "));
        }
    }

    record Option(String value, String label) {}

    record Check(String name, String label, String hint, boolean checked, Condition when) implements FormPart {
        @Override
        public String type() {
            return "check";
        }
    }

    record Section(String id, String label, List<FormPart> parts, Condition when) implements FormPart {
        @Override
        public String type() {
            return "section";
        }

        /** Whether there is anything in it to fill in. */
        public boolean isToFill() {
            return parts.stream().anyMatch(FormPart::isEntered);
        }
    }

    /**
     * A list whose rows are alike.
     *
     * @param name of the list; those of its fields begin with it
     * @param growing whether rows may be added and taken away
     */
    record Rows(String name, String label, boolean growing, List<Row> rows, Condition when) implements FormPart {
        @Override
        public String type() {
            return "rows";
        }

        /** How many rows have what they ask for. */
        public long done() {
            return rows.stream().filter(Row::done).count();
        }

        /** How many rows must be filled in and are not. */
        public long left() {
            return rows.stream().filter(row -> row.mandatory() && !row.done()).count();
        }

        /** Whether its rows say which of them must be filled in, so that they are looked at one at a time. */
        public boolean isAnswered() {
            return !growing && rows.stream().anyMatch(Row::mandatory);
        }
    }

    /**
     * @param title what tells the row from the others, such as the number of the task; null where there is nothing
     * @param about what the row is about, in words; null where there is nothing
     * @param done whether what it asks for is filled in
     * @param begun whether something of it is filled in
     */
    record Row(
            int index,
            String title,
            String about,
            boolean done,
            boolean begun,
            boolean mandatory,
            List<FormPart> parts) {

        /** good, open where something is missing, or none where nothing has to be said. */
        public String mark() {
            return done ? "good" : mandatory || begun ? "open" : "none";
        }
    }

    /** Figures and facts to be read, row by row. */
    record Facts(String label, List<String> columns, List<List<String>> rows) implements FormPart {
        @Override
        public String type() {
            return "facts";
        }
    }

    /** Figures to be filled in, as one table with those of other periods beside them. */
    record Figures(String id, String label, List<FigureLine> lines) implements FormPart {
        @Override
        public String type() {
            return "figures";
        }
    }

    /**
     * One figure.
     *
     * @param entry its field; null where it follows from others
     * @param value what is entered or follows, as it is read
     */
    record FigureLine(
            String code, String label, String unit, FormPart entry, String value, String before, String yearBefore) {}

    /** A sentence of the form file, with its markup. */
    record Markup(String html) implements FormPart {
        @Override
        public String type() {
            return "markup";
        }
    }

    private static boolean isEntered(FormPart part) {
        return part instanceof Input
                || part instanceof Choice
                || part instanceof Check
                || part instanceof Rows
                || part instanceof Section section && section.isToFill();
    }
}
