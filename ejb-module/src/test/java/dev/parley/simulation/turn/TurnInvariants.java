package dev.parley.simulation.turn;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.JournalEntry;
import dev.parley.conversation.Status;
import dev.parley.message.Headers;
import dev.parley.message.MessageKind;
import dev.parley.simulation.ConversationInvariants;
import dev.parley.simulation.Invariant;
import dev.parley.simulation.Parcel;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What Turn Taking and Receive promise. */
final class TurnInvariants {

    static final List<Invariant<TurnHistory>> ALL = List.of(
            new Invariant<>("each turn takes effect once and in order", TurnInvariants::outOfOrder),
            new Invariant<>("the state is what the turns before made it", TurnInvariants::strangeState),
            new Invariant<>("a status says which turns took effect", TurnInvariants::effectsOtherThanStatus),
            new Invariant<>("a reply is that of its turn", TurnInvariants::strangeReplies),
            new Invariant<>("a repeated reply is the same", TurnInvariants::changedReplies),
            new Invariant<>("a turn that arrived is answered, or it is told why not", TurnInvariants::unanswered),
            new Invariant<>("nothing is kept at the end", TurnInvariants::leftBehind),
            new Invariant<>("no turn is missed that had come", TurnInvariants::missedWithoutNeed),
            new Invariant<>("faults are those of turns", TurnInvariants::strangeFaults));

    private static final List<String> FAULTS =
            List.of("turn-taken", "conversation-ended", "expired", "turn-missed", "no-deal", "operation-failed");

    private TurnInvariants() {}

    private static Stream<String> outOfOrder(TurnHistory history) {
        return history.stored().keySet().stream()
                .filter(id -> {
                    List<TurnEffect> effects = history.effects(id);
                    for (int i = 0; i < effects.size(); i++) {
                        if (effects.get(i).turn() != i + 1) {
                            return true;
                        }
                    }
                    return false;
                })
                .map(id -> id + ": " + history.effects(id));
    }

    private static Stream<String> strangeState(TurnHistory history) {
        return history.stored().keySet().stream()
                .filter(id -> {
                    StringBuilder before = new StringBuilder();
                    for (TurnEffect effect : history.effects(id)) {
                        if (!effect.before().contentEquals(before)) {
                            return true;
                        }
                        before.append(effect.body());
                    }
                    return false;
                })
                .map(id -> id + ": " + history.effects(id));
    }

    private static Stream<String> effectsOtherThanStatus(TurnHistory history) {
        return history.conversations().stream()
                .filter(c -> history.effects(c.id()).size() != expected(c, history))
                .map(c -> c.id() + " is " + c.status() + " at turn " + c.turn() + ": " + history.effects(c.id()));
    }

    private static int expected(Conversation conversation, TurnHistory history) {
        boolean lastOneDone = conversation.turns().awaiting()
                || conversation.status() == Status.SUCCEEDED
                || history.journal().stream()
                        .anyMatch(e -> e.conversationId().equals(conversation.id())
                                && e.body().contains("no-deal"));
        return lastOneDone ? conversation.turn() : conversation.turn() - 1;
    }

    private static Stream<String> strangeReplies(TurnHistory history) {
        return history.takers().stream().flatMap(t -> t.asked.stream().flatMap(a -> t.answers.stream()
                .filter(p -> MessageKind.REPLY.label().equals(p.property(Headers.KIND)) && a.isAnsweredFinally(p))
                .filter(p -> !p.body().endsWith(a.parcel().body())
                        || !String.valueOf(a.turn()).equals(p.property(Headers.TURN)))
                .map(p -> a + " got " + p)));
    }

    private static Stream<String> changedReplies(TurnHistory history) {
        Map<String, String> first = new HashMap<>();
        return history.answers(MessageKind.REPLY)
                .filter(p -> {
                    String before = first.putIfAbsent(p.property(Headers.MESSAGE_ID), p.body());
                    return before != null && !before.equals(p.body());
                })
                .map(Parcel::toString);
    }

    private static Stream<String> unanswered(TurnHistory history) {
        return history.takers().stream().flatMap(t -> t.asked.stream()
                .filter(a -> t.arrived.containsKey(a.messageId()))
                .filter(a -> t.answers.stream().noneMatch(a::isAnsweredFinally))
                .map(TurnAsked::toString));
    }

    private static Stream<String> leftBehind(TurnHistory history) {
        return history.kept().stream().map(Object::toString);
    }

    private static Stream<String> missedWithoutNeed(TurnHistory history) {
        return history.conversations().stream().flatMap(c -> history.takers().stream()
                .filter(t -> t.conversationId.equals(c.id()) && wasMissed(c, history))
                .flatMap(t -> t.asked.stream()
                        .filter(a -> a.turn() == c.turn() + 1 && wasInTime(a, t, c, history))
                        .map(a -> c.id() + " ended at " + c.updatedAt() + " without " + a + ", there at "
                                + t.arrived.get(a.messageId()))));
    }

    private static boolean wasMissed(Conversation conversation, TurnHistory history) {
        return history.journal().stream()
                .filter(e -> e.conversationId().equals(conversation.id()))
                .map(JournalEntry::body)
                .anyMatch(b -> b.contains("turn-missed"));
    }

    private static boolean wasInTime(TurnAsked asked, TurnTaker taker, Conversation conversation, TurnHistory history) {
        Instant arrived = taker.arrived.get(asked.messageId());
        if (arrived == null || asked.parcel().expiresAt() != null) {
            return false;
        }
        Instant from = arrived.isAfter(history.calmAt()) ? arrived : history.calmAt();
        return from.plus(ConversationInvariants.LATENESS).isBefore(conversation.updatedAt());
    }

    private static Stream<String> strangeFaults(TurnHistory history) {
        return history.answers(MessageKind.FAULT)
                .filter(p -> FAULTS.stream().noneMatch(name -> p.body().contains("urn:parley:fault:" + name)))
                .map(Parcel::toString);
    }
}
