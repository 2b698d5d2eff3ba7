package dev.parley.process.simulation;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Decision;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Envelope;
import dev.parley.conversation.Event;
import dev.parley.conversation.MessageExchangePattern;
import dev.parley.conversation.ParleyOperations;
import dev.parley.conversation.Status;
import dev.parley.message.Address;
import dev.parley.message.MessageKind;
import dev.parley.message.Refusal;
import dev.parley.process.ProcessPolicy;
import dev.parley.process.definition.DefinitionLimits;
import dev.parley.process.definition.KnownOffers;
import dev.parley.process.definition.Offer;
import dev.parley.process.definition.ProcessDefinition;
import dev.parley.process.definition.ProcessReader;
import dev.parley.process.event.Bar;
import dev.parley.process.event.NotBarred;
import dev.parley.process.rule.AskKey;
import dev.parley.process.rule.ProcessSettings;
import dev.parley.process.state.Phase;
import dev.parley.process.state.ProcessCodec;
import dev.parley.process.state.ProcessState;
import dev.parley.process.state.StepState;
import dev.parley.process.state.StepStatus;
import dev.parley.simulation.Scenario;
import dev.parley.simulation.Violation;
import dev.parley.simulation.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One instance of a process that gathers offers and publishes what it has taken: whoever is asked is late, says no or
 * is silent, it is cancelled at any moment, and nodes are killed. Process and gathering are the real ones, and tell
 * each other what they have to in one unit of work.
 */
final class GatherStepScenario implements Scenario {

    private static final String BEAN = "bean";
    private static final String UNTAKE = "untake";
    private static final KnownOffers OFFERS = new KnownOffers()
            .beans(BEAN, "undo", UNTAKE)
            .with(ParleyOperations.GATHER, KnownOffers.of(Offer.Kind.PROVIDER))
            .with(ParleyOperations.PUBLISH, KnownOffers.of(Offer.Kind.PROVIDER));

    private final World world;
    private final GatherDefect defect;
    private final Consumer<String> seen;
    private final Units units;
    private final ProcessPolicy policy = new ProcessPolicy(OFFERS, ProcessSettings.DEFAULT);
    private final ProcessCodec codec = new ProcessCodec();
    private final ProcessDefinition definition;
    private final Map<String, SimulatedGathering> gatherings = new LinkedHashMap<>();
    private final Map<String, Boolean> begun = new LinkedHashMap<>();
    private Conversation stored;
    private int answers;
    private int published;
    private boolean isTaken;
    private boolean isUntaken;
    private boolean isStocked;
    private boolean isUnstocked;

    /** @param seen is told what happens in it */
    GatherStepScenario(World world, GatherDefect defect, Consumer<String> seen) {
        this.world = world;
        this.defect = defect;
        this.seen = seen;
        this.units = new Units(world, world.chance(0.5) ? 0 : 0.1);
        this.definition = definition();
    }

    private ProcessDefinition definition() {
        String gather = "{\"to\": {\"operations\": [\"a\", \"b\", \"c\"]}, \"complete\": \""
                + world.any(List.of("all", "first", "quorum:2")) + "\", \"take\": \""
                + world.any(List.of("all", "least:/price")) + "\", \"losers\": \""
                + world.any(List.of("ignore", "cancel", "compensate", "compensate")) + "\", \"deadline\": \"PT20M\"}";
        String json = "{\"deadline\": \"PT2H\", \"compensateWithin\": \"PT2H\", \"steps\": ["
                + "{\"name\": \"stock\", \"operation\": \"bean\", \"compensation\": \"undo\"},"
                + "{\"name\": \"offers\", \"gather\": " + gather + ", \"compensation\": \"untake\""
                + ", \"timeout\": \"PT30M\"},"
                + "{\"name\": \"tell\", \"publish\": {\"topic\": \"t\", \"event\": {\"n\": 1}}},"
                + "{\"name\": \"last\", \"operation\": \"bean\"}]}";
        world.trace("definition %s", json);
        return new ProcessReader(DefinitionLimits.DEFAULT, OFFERS)
                .read("order", json)
                .definition();
    }

    @Override
    public void begin() {
        Envelope request = new Envelope(
                        "order",
                        "{}",
                        MessageExchangePattern.IN_OUT,
                        "user:ann",
                        "ann",
                        "m-1",
                        "k-1",
                        Address.queue("reply.ann"),
                        null,
                        false,
                        null,
                        null,
                        world.now().plus(Duration.ofHours(2)),
                        0)
                .deadlineGiven(true);
        units.begin(() -> {
            commit(policy.begin(new Event.Requested(request, "c-1"), "process", definition, 1, Set.of(), world.now()));
            if (world.chance(0.5)) {
                cancelLater();
            }
        });
    }

    private void cancelLater() {
        world.after(world.millis(0, 1_500_000), () -> units.begin(() -> happen(new Event.Cancelled("user:ann"))));
    }

    @Override
    public Duration length() {
        return Duration.ofHours(12);
    }

    private void happen(Event event) {
        try {
            ProcessState state = codec.decode(codec.encode((ProcessState) stored.patternState()));
            Conversation loaded = stored.with(state, stored.updatedAt());
            commit(policy.decide(loaded, state, definition, event, world.now()));
        } catch (Refusal refused) {
            world.trace("refused %s: %s", event, refused.problem().name());
        }
    }

    private void commit(Decision decision) {
        stored = decision.conversation();
        world.trace("process is %s: %s", stored.status(), decision.effects());
        decision.effects().forEach(this::enact);
        if (!stored.status().isFinal()) {
            Instant due = stored.dueAt();
            world.at(
                    due.isAfter(world.now()) ? due : world.now().plusMillis(1),
                    () -> units.begin(() -> {
                        if (!stored.status().isFinal() && stored.dueAt().equals(due)) {
                            happen(new Event.Due());
                        }
                    }));
        }
    }

    private void enact(Effect effect) {
        if (effect instanceof Effect.Ask ask) {
            ask(ask);
        } else if (effect instanceof Bar bar) {
            bar(bar.key());
        } else if (effect instanceof Effect.Send send && send.message().kind() != MessageKind.NOTICE) {
            answers++;
        }
    }

    private void ask(Effect.Ask ask) {
        boolean publishes = ask.operation().equals(ParleyOperations.PUBLISH);
        if (publishes || (defect == GatherDefect.PUBLISHED_BEFORE && isGathering(ask))) {
            published++;
        }
        if (isGathering(ask)) {
            gather(ask);
        } else if (publishes) {
            units.next(() -> answered(ask, MessageKind.REPLY, "{\"topic\": \"t\", \"messageId\": \"m\"}"));
        } else {
            begun.put(ask.key(), false);
            world.after(world.millis(0, 20_000), () -> units.begin(() -> run(ask)));
        }
    }

    private static boolean isGathering(Effect.Ask ask) {
        return ask.operation().equals(ParleyOperations.GATHER);
    }

    private void gather(Effect.Ask ask) {
        SimulatedGathering gathering = new SimulatedGathering(world, units, ask, defect, answer -> {
            isTaken |= answer instanceof Event.Answered said && said.kind() == MessageKind.REPLY;
            units.next(() -> happen(answer));
        });
        gatherings.put(ask.key(), gathering);
        gathering.begin(ask.deadline().isBefore(stored.expiresAt()) ? ask.deadline() : stored.expiresAt());
    }

    private void answered(Effect.Ask ask, MessageKind kind, String body) {
        happen(new Event.Answered(ask.key(), "child", kind, body));
    }

    /** Methods in the EAR, which have no effect unless they reply. */
    private void run(Effect.Ask ask) {
        if (begun.put(ask.key(), true)) {
            return;
        }
        AskKey key = AskKey.of(ask.key());
        if (key.phase() == Phase.FORWARD && world.chance(0.2)) {
            answered(ask, MessageKind.FAULT, Participants.problem("no"));
            return;
        }
        isStocked |= key.phase() == Phase.FORWARD && key.step().name().equals("stock");
        isUnstocked |= ask.operation().equals("undo");
        isUntaken |= ask.operation().equals(UNTAKE) && defect != GatherDefect.WHAT_IS_TAKEN_IS_KEPT;
        answered(ask, MessageKind.REPLY, "{}");
    }

    /** What nobody has begun is withdrawn; a gathering goes on only if somebody has it in hand. */
    private void bar(String message) {
        for (Map.Entry<String, SimulatedGathering> each : gatherings.entrySet()) {
            if (AskKey.of(each.getKey()).message().equals(message)
                    && !each.getValue().withdraw()) {
                units.next(() -> happen(new NotBarred(message)));
            }
        }
        for (Map.Entry<String, Boolean> each : begun.entrySet()) {
            if (AskKey.of(each.getKey()).message().equals(message) && !each.getValue()) {
                each.setValue(true);
                units.next(() -> happen(new Event.Answered(
                        each.getKey(), "child", MessageKind.FAULT, Participants.problem("withdrawn"))));
            }
        }
    }

    @Override
    public List<Violation> judge() {
        List<Violation> found = new ArrayList<>();
        gatherings.values().forEach(each -> found.addAll(each.judge()));
        ProcessState state = (ProcessState) stored.patternState();
        boolean succeeded = stored.status() == Status.SUCCEEDED;
        wrong(!stored.status().isFinal() || answers != 1, "a process ends with one answer", found);
        wrong(isTaken && !succeeded && !isUntaken, "what was taken is undone with all else", found);
        wrong(isUntaken && (!isTaken || succeeded), "nothing else is undone", found);
        wrong(isStocked && succeeded == isUnstocked, "what came before is kept, or undone, and never both", found);
        wrong(published > 1 || (published > 0 && !isTaken), "what is taken is published, once", found);
        wrong(isAt(state, "tell", StepStatus.SUCCEEDED) != (published > 0), "what is published stands", found);
        wrong(isAt(state, "offers", StepStatus.SUCCEEDED) && !isTaken, "a step has what was gathered", found);
        seen.accept("process " + stored.status());
        gatherings.values().forEach(each -> {
            seen.accept("gathering " + each.status());
            seen.accept(each.isUndoneSomewhere() ? "undone" : "");
            seen.accept(each.isWithdrawnSomewhere() ? "withdrawn" : "");
        });
        seen.accept(isUntaken ? "untaken" : "");
        seen.accept(published > 0 ? "published" : "");
        return found;
    }

    private static boolean isAt(ProcessState state, String step, StepStatus status) {
        StepState there = state.step(step);
        return there != null && there.status() == status;
    }

    private void wrong(boolean isWrong, String invariant, List<Violation> found) {
        if (isWrong) {
            found.add(new Violation(
                    invariant,
                    stored.status() + " "
                            + ((ProcessState) stored.patternState()).steps().values()));
        }
    }
}
