package dev.parley.process.simulation;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Decision;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Envelope;
import dev.parley.conversation.Event;
import dev.parley.conversation.MessageExchangePattern;
import dev.parley.conversation.Parent;
import dev.parley.conversation.Status;
import dev.parley.conversation.gathering.GatheredAnswer;
import dev.parley.conversation.gathering.Gathering;
import dev.parley.conversation.gathering.GatheringCodec;
import dev.parley.conversation.gathering.LateAnswer;
import dev.parley.conversation.gathering.Losers;
import dev.parley.conversation.gathering.Release;
import dev.parley.conversation.gathering.Take;
import dev.parley.gathering.GatheringPattern;
import dev.parley.message.MessageKind;
import dev.parley.simulation.Violation;
import dev.parley.simulation.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A gathering that a step has asked for, by the real rule, and those whom it asks: prompt, slow, silent, saying no,
 * done although they were said to be silent.
 */
final class SimulatedGathering {

    private static final GatheringPattern PATTERN = new GatheringPattern();
    private static final GatheringCodec CODEC = new GatheringCodec();

    private final World world;
    private final Units units;
    private final Effect.Ask ask;
    private final GatherDefect defect;
    private final Consumer<Event> asker;
    private final Map<String, Asked> asked = new LinkedHashMap<>();
    private Conversation conversation;
    private int answers;

    /** One who is asked. */
    private static final class Asked {
        private final String operation;
        private final Effect.Ask request;
        private boolean begun;
        private boolean done;
        private boolean withdrawn;
        private boolean undone;

        Asked(Effect.Ask request) {
            this.operation = request.operation();
            this.request = request;
        }
    }

    /** @param asker is told of the answer, in the unit of work in which it comes */
    SimulatedGathering(World world, Units units, Effect.Ask ask, GatherDefect defect, Consumer<Event> asker) {
        this.world = world;
        this.units = units;
        this.ask = ask;
        this.defect = defect;
        this.asker = asker;
    }

    void begin(Instant latest) {
        Envelope request = new Envelope(
                        ask.operation(),
                        ask.body(),
                        MessageExchangePattern.IN_OUT,
                        "conversation:c-1",
                        null,
                        "c-1.ask." + ask.key(),
                        "k-1",
                        new Parent("process", "c-1").address(),
                        null,
                        false,
                        ask.key(),
                        null,
                        latest,
                        1)
                .deadlineGiven(true);
        commit(PATTERN.begin(new Event.Requested(request, "g-" + ask.key(), null, "secret", null), world.now()));
    }

    Status status() {
        return conversation.status();
    }

    /** False if somebody has it in hand, who is not waited for. */
    boolean withdraw() {
        if (!status().isFinal() && world.chance(0.2)) {
            return false;
        }
        units.next(() -> happen(new Event.Withdrawn()));
        return true;
    }

    private Gathering state() {
        return (Gathering) conversation.patternState();
    }

    private void happen(Event event) {
        Gathering stored = CODEC.decode(CODEC.encode(state()));
        Event seen = event;
        if (defect == GatherDefect.FAULTS_ARE_REPLIES && event instanceof Event.Answered said) {
            seen = new Event.Answered(said.key(), said.conversationId(), MessageKind.REPLY, said.body());
        }
        Conversation loaded = conversation.with(stored, conversation.updatedAt());
        commit(PATTERN.decide(loaded, stored, seen, world.now()));
    }

    private void commit(Decision decision) {
        boolean wasFinal = conversation != null && conversation.status().isFinal();
        conversation = decision.conversation();
        world.trace("%s is %s: %s", conversation.id(), status(), decision.effects());
        decision.effects().forEach(effect -> enact(effect, wasFinal));
        if (status().isFinal()) {
            if (!wasFinal) {
                hasEnded();
            }
            return;
        }
        goesOn();
        Instant due = conversation.dueAt();
        world.at(
                due.isAfter(world.now()) ? due : world.now().plusMillis(1),
                () -> units.begin(() -> {
                    if (!status().isFinal() && conversation.dueAt().equals(due)) {
                        happen(new Event.Due());
                    }
                }));
    }

    private void enact(Effect effect, boolean wasFinal) {
        if (effect instanceof Effect.Ask request) {
            Asked one = new Asked(request);
            asked.put(request.operation(), one);
            world.after(delay(), () -> units.begin(() -> take(one)));
        } else if (effect instanceof Effect.Send send) {
            answers++;
            asker.accept(new Event.Answered(
                    ask.key(),
                    conversation.id(),
                    send.message().kind(),
                    send.message().body()));
        } else if (effect instanceof Release release && !isForgotten(wasFinal)) {
            release.unanswered().forEach(name -> letGo(asked.get(name)));
            release.undone().forEach(reply -> undo(asked.get(reply.from())));
        }
    }

    private boolean isForgotten(boolean wasFinal) {
        return defect == GatherDefect.LOSERS_ARE_FORGOTTEN
                || (wasFinal && defect == GatherDefect.LATE_LOSERS_ARE_FORGOTTEN);
    }

    private long delay() {
        return world.chance(0.2) ? world.millis(0, 1_500_000) : world.millis(0, 20_000);
    }

    private void take(Asked one) {
        if (!one.withdrawn) {
            one.begun = true;
            world.after(delay(), () -> units.begin(() -> answer(one)));
        }
    }

    private void answer(Asked one) {
        if (world.chance(0.15)) {
            said(one, MessageKind.FAULT, Participants.problem("provider-timeout"));
            if (world.chance(0.5)) {
                world.after(delay(), () -> units.begin(() -> late(one)));
            }
        } else if (world.chance(0.25)) {
            said(one, MessageKind.FAULT, Participants.problem("no"));
        } else {
            one.done = true;
            said(one, MessageKind.REPLY, price());
        }
    }

    private String price() {
        return "{\"price\":" + world.random(3) + "}";
    }

    private void said(Asked one, MessageKind kind, String body) {
        happen(new Event.Answered(one.request.key(), "child", kind, body));
    }

    private void late(Asked one) {
        one.done = true;
        happen(new LateAnswer(one.request.key(), MessageKind.REPLY, price()));
    }

    /** Somebody may have one of them in hand just then: that one goes on. */
    private void letGo(Asked one) {
        if (!one.begun && !one.withdrawn && world.chance(0.8)) {
            one.withdrawn = true;
            units.next(() -> said(one, MessageKind.FAULT, Participants.problem("withdrawn")));
        }
    }

    private void undo(Asked one) {
        if (one.undone || !one.done) {
            violated("what was done is undone, once", one.operation);
        }
        one.undone = true;
    }

    private void violated(String invariant, String what) {
        world.violated(new Violation(invariant, conversation.id() + ": " + what));
    }

    /** The rule has to say now that there is enough, or that there cannot be; and not before. */
    private void hasEnded() {
        boolean enough = replies() >= least();
        boolean overdue = !world.now().isBefore(conversation.expiresAt());
        if (status() == Status.SUCCEEDED && !(enough && (isMet() || overdue))) {
            violated("it ends when there is enough", state().toString());
        }
        if (status() == Status.FAULTED && !(!enough && (isOutOfReach() || overdue))) {
            violated("it ends when there cannot be enough", state().toString());
        }
    }

    private void goesOn() {
        if (isMet() || isOutOfReach()) {
            violated("it goes on only while it waits for something", state().toString());
        }
    }

    private static boolean isReply(GatheredAnswer answer) {
        return answer.kind() == MessageKind.REPLY;
    }

    private long replies() {
        return state().answers().stream().filter(SimulatedGathering::isReply).count();
    }

    private long least() {
        return switch (state().completion().label()) {
            case "first" -> 1;
            case "quorum:2" -> 2;
            default -> 0;
        };
    }

    private boolean isMet() {
        boolean all = state().answers().size() == state().expected().size();
        return least() == 0 ? all : replies() >= least();
    }

    private boolean isOutOfReach() {
        return state().expected().size() - state().faults() < least();
    }

    boolean isUndoneSomewhere() {
        return asked.values().stream().anyMatch(one -> one.undone);
    }

    boolean isWithdrawnSomewhere() {
        return asked.values().stream().anyMatch(one -> one.withdrawn);
    }

    /** What does not hold at the end. */
    List<Violation> judge() {
        List<Violation> found = new ArrayList<>();
        if (!status().isFinal() || answers != 1) {
            found.add(new Violation("a gathering ends with one answer", status() + ", " + answers + " answers"));
        }
        for (Asked one : asked.values()) {
            boolean isTaken = isTaken(one);
            boolean undoes = state().choice().losers() == Losers.COMPENSATE;
            if (one.done && undoes && isTaken == one.undone) {
                found.add(new Violation(
                        "each reply is taken or undone, and never both",
                        one.operation + (isTaken ? " is both of " : " is neither of ") + state()));
            }
            if (isTaken && !one.done) {
                found.add(new Violation("what is taken was done", one.operation));
            }
            if (one.withdrawn && one.done) {
                found.add(new Violation("what is withdrawn is not done", one.operation));
            }
        }
        return found;
    }

    /** Of the cheapest the first. */
    private boolean isTaken(Asked one) {
        if (status() != Status.SUCCEEDED) {
            return false;
        }
        List<GatheredAnswer> replies =
                state().answers().stream().filter(SimulatedGathering::isReply).toList();
        if (state().choice().take().equals(Take.ALL)) {
            return replies.stream().anyMatch(reply -> reply.from().equals(one.operation));
        }
        return replies.stream()
                .min(Comparator.comparing(reply -> reply.body().path("price").asInt()))
                .filter(reply -> reply.from().equals(one.operation))
                .isPresent();
    }
}
