package vn.plancascade.followup;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.plancascade.kernel.VietnamTime;

/**
 * Who is to hear what of duties due before 20/06/2024, however the machine was up and down: the ladder's mornings by hand,
 * and of all that came while it was down the newest that speaks to a person.
 */
final class OutagePolicy {

    /** The mornings on which a rung comes. */
    static final List<LocalDate> MORNINGS = List.of(
            day("06-11"),
            day("06-17"),
            day("06-19"),
            day("06-20"),
            day("06-21"),
            day("06-25"),
            day("07-01"),
            day("07-08"));

    /** Since when a draft waits, of which a word is due from the third day on. */
    static final LocalDate WAITS_SINCE = day("06-14");

    private static final String DUE = "2024-06-20";

    /** A duty and, by audience, the people who have to do with it. */
    record Duty(String unit, boolean waits, Map<String, List<String>> people) {}

    private record Call(LocalDate morning, String rung, String occurrence, List<String> to) {

        boolean aboutTheDraft() {
            return rung.equals("WAITING");
        }

        boolean asTask() {
            return rung.equals("ESC_FOCAL");
        }
    }

    private record Ear(String login, boolean aboutTheDraft, boolean asTask) {}

    private final Duty duty;
    private final Set<String> once = new HashSet<>();
    private final Set<String> told = new TreeSet<>();

    OutagePolicy(Duty duty) {
        this.duty = duty;
    }

    /** The machine looks: everything of the mornings since it last did. */
    void look(Instant before, Instant now) {
        Map<Ear, Call> newest = new LinkedHashMap<>();
        for (Call call : calls(before, now)) {
            call.to().stream()
                    .flatMap(audience -> duty.people().getOrDefault(audience, List.of()).stream())
                    .forEach(login -> newest.put(new Ear(login, call.aboutTheDraft(), call.asTask()), call));
        }
        newest.forEach((ear, call) -> {
            String what = String.join(" ", duty.unit(), call.rung(), call.occurrence(), ear.login());
            if (once.add(what)) {
                told.add(what + " on " + VietnamTime.dayOf(now));
            }
        });
    }

    Set<String> told() {
        return told;
    }

    /** Oldest first. */
    private List<Call> calls(Instant before, Instant now) {
        List<Call> calls = new ArrayList<>();
        for (LocalDate day = VietnamTime.dayOf(before); !day.isAfter(VietnamTime.dayOf(now)); day = day.plusDays(1)) {
            Instant morning = day.atTime(8, 0).atZone(VietnamTime.ZONE).toInstant();
            if (morning.isAfter(before)
                    && !morning.isAfter(now)
                    && day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0) {
                calls.addAll(on(day));
            }
        }
        return calls;
    }

    private List<Call> on(LocalDate day) {
        List<Call> calls = new ArrayList<>();
        switch (MORNINGS.indexOf(day)) {
            case 0 -> calls.add(new Call(day, "REMIND_7", DUE, List.of("drafter")));
            case 1 -> calls.add(new Call(day, "REMIND_3", DUE, List.of("holder", "head")));
            case 2 -> calls.add(new Call(day, "REMIND_1", DUE, List.of("holder", "head", "leaderInCharge")));
            case 3 -> calls.add(new Call(day, "OVERDUE", DUE, List.of("head", "drafter")));
            case 4 -> calls.add(new Call(day, "ESC_SUPERIOR", DUE, List.of("superior")));
            case 5 -> calls.add(new Call(day, "ESC_FOCAL", DUE, List.of("inspector")));
            case 6 -> calls.add(new Call(day, "WEEKLY", "2024-W27", List.of("inspector", "head")));
            case 7 -> calls.add(new Call(day, "WEEKLY", "2024-W28", List.of("inspector", "head")));
            default -> {}
        }
        if (duty.waits() && day.isAfter(WAITS_SINCE.plusDays(2))) {
            calls.add(new Call(day, "WAITING", "round-0", List.of("holder")));
        }
        return calls;
    }

    private static LocalDate day(String monthAndDay) {
        return LocalDate.parse("2024-" + monthAndDay);
    }
}
