package vn.plancascade.batch.domain;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.plancascade.batch.DutyActions;
import vn.plancascade.batch.Order;
import vn.plancascade.batch.Selection;
import vn.plancascade.kernel.BusinessProblem;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.kernel.Sha256;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Role;

/** Previews acts on many duties and begins them; {@link ActionWork} carries them out. */
@Service
class PreviewedActions implements DutyActions {

    private static final Duration VALID = Duration.ofHours(1);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ActionTable actions;
    private final ItemTable items;
    private final DutyDeeds deeds;
    private final ActionsOnRecord record;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PreviewedActions(
            ActionTable actions,
            ItemTable items,
            DutyDeeds deeds,
            ActionsOnRecord record,
            TransactionTemplate transaction,
            Clock clock) {
        this.actions = actions;
        this.items = items;
        this.deeds = deeds;
        this.record = record;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Each duty is looked at by itself: a refusal would take everything around it back. */
    @Override
    public Previewed preview(Actor actor, Order order, Selection selection) {
        if (selection.ids().isEmpty()) {
            throw new InvalidInput("ids", "batch.none");
        }
        if (selection.ids().size() > Selection.MOST) {
            throw new InvalidInput("ids", "batch.tooMany", Selection.MOST);
        }
        DutyDeeds.Step check = deeds.of(order.action()).check();
        List<ActionTable.Item> found = new ArrayList<>();
        for (long duty : selection.ids()) {
            found.add(new ActionTable.Item(duty, refusal(() -> check.on(actor, duty, order))));
        }
        byte[] random = new byte[24];
        RANDOM.nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        DutyAction previewed = transaction.execute(status -> shown(
                actions.find(actions.add(actor.login(), order, asked(order, selection.text()), Sha256.of(token), found))
                        .orElseThrow()));
        return new Previewed(previewed, token);
    }

    private static Refused refusal(Runnable check) {
        try {
            check.run();
            return null;
        } catch (BusinessProblem problem) {
            return Refused.of(problem);
        }
    }

    private static String asked(Order order, String selection) {
        return Sha256.of(order.text() + "\n" + selection);
    }

    @Override
    @Transactional
    public DutyAction run(Actor actor, Order order, String selection, String token) {
        ActionRow row = ofToken(actor, token);
        if (!row.asked().equals(asked(order, selection))) {
            throw new InvalidInput("token", "batch.otherToken");
        }
        return start(actor, row);
    }

    @Override
    @Transactional
    public DutyAction run(Actor actor, long id, String token) {
        ActionRow row = ofToken(actor, token);
        if (row.id() != id) {
            throw new InvalidInput("token", "batch.otherToken");
        }
        return start(actor, row);
    }

    private ActionRow ofToken(Actor actor, String sent) {
        String token = Names.clean(sent);
        if (token == null) {
            throw new InvalidInput("token", "batch.needsToken");
        }
        return actions.ofToken(Sha256.of(token))
                .filter(row -> row.login().equals(actor.login()))
                .orElseThrow(() -> new InvalidInput("token", "batch.otherToken"));
    }

    private DutyAction start(Actor actor, ActionRow row) {
        if (row.startedAt() == null && clock.instant().isAfter(row.previewedAt().plus(VALID))) {
            throw new Conflict("batch.tooOld");
        }
        if (!actions.start(row.id())) {
            throw new Conflict("batch.used");
        }
        long entry = record.add(actor, row, items.counts(row.id()).getOrDefault("waiting", 0));
        actions.onRecord(row.id(), entry);
        actions.finished(row.id());
        return shown(actions.find(row.id()).orElseThrow());
    }

    @Override
    @Transactional(readOnly = true)
    public DutyAction get(Actor actor, long id) {
        return actions.find(id)
                .filter(row -> row.login().equals(actor.login()) || actor.holds(Role.administrator))
                .map(this::shown)
                .orElseThrow(() -> new NotFound("batch.unknown"));
    }

    private DutyAction shown(ActionRow row) {
        Map<String, Integer> counts = items.counts(row.id());
        return new DutyAction(
                row.id(),
                row.order(),
                row.login(),
                row.startedAt() == null ? State.previewed : row.finishedAt() == null ? State.running : State.done,
                counts.values().stream().mapToInt(Integer::intValue).sum(),
                counts.getOrDefault("waiting", 0),
                counts.getOrDefault("done", 0),
                counts.getOrDefault("refused", 0),
                items.refusals(row.id()),
                row.previewedAt(),
                row.startedAt(),
                row.finishedAt());
    }
}
