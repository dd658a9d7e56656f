package vn.plancascade.bench.peer;

import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** One of many, with what a case knows of it. */
final class Unit {

    private static final int PROVINCES = 34;

    private Unit() {}

    static String code(int number) {
        return "U%05d".formatted(number);
    }

    static List<String> codes(int from, int to) {
        return IntStream.range(from, to).mapToObj(Unit::code).toList();
    }

    static Map<String, Object> variables(String code, Date deadline) {
        int number = Integer.parseInt(code.substring(1));
        Map<String, Object> variables = new HashMap<>();
        variables.put("unitCode", code);
        variables.put("unitName", "Trạm Y tế xã số " + number);
        variables.put("provinceCode", "P" + number % PROVINCES);
        variables.put("planId", "360/KH-BYT");
        variables.put("assigneeGroup", "unit-" + code);
        variables.put("deadline", deadline);
        return variables;
    }

    /** Far enough away that no reminder comes due meanwhile. */
    static Date deadline() {
        return new Date(System.currentTimeMillis() + Duration.ofDays(40).toMillis());
    }

    /** As the models of the peers ask for them. */
    public static final class Facts {

        private final Date deadline;

        Facts(Date deadline) {
            this.deadline = deadline;
        }

        public Object of(String code, String variable) {
            return variables(code, deadline).get(variable);
        }
    }

    /** Of a deadline the five reminders before it, the first one first. */
    public static final class Reminders {

        private static final int[] DAYS_BEFORE = {14, 7, 3, 1, 0};

        public Date at(Date deadline, int rung) {
            return new Date(
                    deadline.getTime() - Duration.ofDays(DAYS_BEFORE[rung - 1]).toMillis());
        }
    }
}
