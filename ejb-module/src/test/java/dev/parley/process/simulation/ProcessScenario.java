package dev.parley.process.simulation;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Decision;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Envelope;
import dev.parley.conversation.Event;
import dev.parley.conversation.MessageExchangePattern;
import dev.parley.conversation.Parent;
import dev.parley.message.Address;
import dev.parley.message.Refusal;
import dev.parley.process.ProcessPolicy;
import dev.parley.process.definition.ProcessDefinition;
import dev.parley.process.event.Bar;
import dev.parley.process.event.Told;
import dev.parley.process.event.UndoChild;
import dev.parley.process.rule.AskedMessage;
import dev.parley.process.rule.ProcessSettings;
import dev.parley.process.state.ProcessCodec;
import dev.parley.process.state.ProcessState;
import dev.parley.simulation.Scenario;
import dev.parley.simulation.Violation;
import dev.parley.simulation.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One instance of a process that nobody would write, whoever it asks, whoever gives it commands, and a node that is
 * killed between any two steps.
 */
final class ProcessScenario implements Scenario {

    private static final int MOST_EVENTS = 20_000;

    private final World world;
    private final ProcessDefinition definition;
    private final ProcessPolicy policy = new ProcessPolicy(ProcessGenerator.OFFERS, ProcessSettings.DEFAULT);
    private final Tampering tampered;
    private final ProcessCodec codec = new ProcessCodec();
    private final Ledger ledger = new Ledger();
    private final Participants participants;
    private final ProcessWatch watch;
    private final MessageWatch messages;
    private final Operators operators;
    private final double crash;
    private final double twice;
    private final Consumer<String> seen;
    private final boolean nested;
    private Conversation stored;
    private int events;

    /** @param seen is told what happens in it */
    ProcessScenario(World world, ProcessDefect defect, Consumer<String> seen) {
        this.seen = seen;
        this.world = world;
        this.tampered = new Tampering(policy, defect);
        this.definition = new ProcessGenerator(world, false).definition();
        this.participants = new Participants(world, ledger, this::tell);
        this.watch = new ProcessWatch(world, definition, ledger, participants::mayUndoAgain);
        this.messages = new MessageWatch(world);
        this.operators = new Operators(world, definition, ledger);
        this.crash = world.chance(0.5) ? 0 : 0.2;
        this.twice = world.chance(0.5) ? 0 : 0.2;
        this.nested = world.chance(0.2);
    }

    @Override
    public void begin() {
        Envelope request = new Envelope(
                        "order",
                        "{\"n\": " + world.random(4) + ", \"l\": [1, 2]}",
                        MessageExchangePattern.IN_OUT,
                        "user:ann",
                        "ann",
                        "m-1",
                        "k-1",
                        nested ? new Parent("process", "p-1").address() : Address.queue("reply.ann"),
                        null,
                        false,
                        null,
                        null,
                        world.now().plus(Duration.ofHours(1)),
                        0)
                .deadlineGiven(true);
        Decision decision = policy.begin(
                new Event.Requested(request, "c-1"), "process", definition, 1, Set.of("stuck", "overdue"), world.now());
        commit(decision, null);
        if (world.chance(0.3)) {
            world.after(world.millis(0, 5_000_000), () -> tell(new Event.Cancelled("user:ann")));
        }
        for (int i = world.random(5); i > 0; i--) {
            String id = "t-" + i;
            String name = world.any(List.of("m", "gathered"));
            world.after(world.millis(0, 3_000_000), () -> tell(new Told(name, id, null, "{}")));
        }
        boolean busy = world.chance(0.6);
        for (int i = world.random(8); busy && i > 0; i--) {
            world.after(world.millis(0, 8_000_000), () -> operators.any(stored).ifPresent(this::tell));
        }
        for (int hour = 6; hour < 30; hour++) {
            world.after(Duration.ofHours(hour).toMillis(), this::settle);
        }
    }

    /** In the end somebody looks after whatever waits for a person. */
    private void settle() {
        boolean patient = world.elapsed() < Duration.ofHours(15).toMillis();
        operators.settling(stored, patient).forEach(this::tell);
    }

    @Override
    public Duration length() {
        return Duration.ofHours(40);
    }

    private void tell(Event event) {
        world.after(world.millis(0, 50), () -> happen(event));
        if (world.chance(twice) && !(event instanceof Told)) {
            world.after(world.millis(0, 20_000), () -> happen(event));
        }
    }

    /** One unit of work: all of it, or, if the node is killed in it, nothing and then again. */
    private void happen(Event event) {
        events++;
        if (events > MOST_EVENTS) {
            world.violated(new Violation("it comes to an end", "it is still busy after " + MOST_EVENTS + " events"));
            return;
        }
        try {
            ProcessState state = codec.decode(codec.encode((ProcessState) stored.patternState()));
            Conversation loaded = stored.with(state, stored.updatedAt());
            Decision decision = tampered.decide(loaded, state, definition, event, world.now());
            if (world.chance(crash)) {
                world.trace("killed before the commit of %s", event);
                world.after(world.millis(0, 5_000), () -> happen(event));
                return;
            }
            commit(decision, event);
        } catch (Refusal refused) {
            world.trace("refused %s: %s", event, refused.problem().name());
        }
    }

    private void commit(Decision decision, Event event) {
        Conversation before = stored;
        stored = decision.conversation();
        world.trace("%s -> %s %s", event, stored.status(), decision.effects());
        see(decision);
        watch.committed(before, stored, event, decision.effects());
        if (event instanceof Told told) {
            messages.told(told.conversationId());
        }
        messages.committed(stored, decision.effects());
        if (nested) {
            watch.nested(stored, decision.effects());
        }
        decision.effects().forEach(this::enact);
        if (!stored.status().isFinal()) {
            Instant due = stored.dueAt();
            world.at(due.isAfter(world.now()) ? due : world.now().plusMillis(1), () -> sweep(due));
        }
    }

    private void see(Decision decision) {
        seen.accept(decision.conversation().status().name());
        ((ProcessState) decision.conversation().patternState())
                .steps()
                .values()
                .forEach(s -> seen.accept("step " + s.status()));
        for (Effect effect : decision.effects()) {
            boolean afterwards = decision.conversation().status().isFinal() && effect instanceof Effect.Ask;
            seen.accept(afterwards ? "Repair" : "");
            seen.accept(
                    effect instanceof Effect.Send send
                            ? send.message().kind().label()
                            : effect.getClass().getSimpleName());
        }
    }

    private void sweep(Instant due) {
        if (!stored.status().isFinal() && stored.dueAt().equals(due)) {
            happen(new Event.Due());
        }
    }

    private void enact(Effect effect) {
        if (effect instanceof Effect.Ask ask && stored.status().isFinal()) {
            participants.repair(ask);
        } else if (effect instanceof Effect.Ask ask) {
            Instant latest = ask.deadline().isBefore(stored.expiresAt()) ? ask.deadline() : stored.expiresAt();
            Effect.Ask bounded = new Effect.Ask(ask.key(), ask.operation(), ask.body(), latest);
            participants.ask(bounded, AskedMessage.of(stored, (ProcessState) stored.patternState(), ask));
        } else if (effect instanceof Bar bar) {
            participants.bar(bar);
        } else if (effect instanceof UndoChild undo) {
            participants.undoChild(undo);
        }
    }

    @Override
    public List<Violation> judge() {
        return watch.judge(stored);
    }
}
