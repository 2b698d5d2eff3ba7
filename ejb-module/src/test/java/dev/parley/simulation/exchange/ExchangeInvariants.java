package dev.parley.simulation.exchange;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.JournalEntry;
import dev.parley.conversation.MessageExchangePattern;
import dev.parley.conversation.Status;
import dev.parley.message.Direction;
import dev.parley.message.Headers;
import dev.parley.message.MessageKind;
import dev.parley.simulation.Invariant;
import dev.parley.simulation.Parcel;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What an exchange promises: the guarantees of the design that concern it. */
final class ExchangeInvariants {

    /** Longer than any redelivery delay. */
    private static final Duration FAR = Duration.ofSeconds(100);

    /** What holds whoever serves the operation. */
    static final List<Invariant<ExchangeHistory>> ANSWERS = List.of(
            new Invariant<>("another request under the same id is refused", ExchangeInvariants::answeredOthers),
            new Invariant<>("what succeeds does so before its deadline", ExchangeInvariants::succeededLate),
            new Invariant<>("what was answered is stored", ExchangeInvariants::answersOfNothing),
            new Invariant<>("an answer says what the status says", ExchangeInvariants::answersOtherThanStatus),
            new Invariant<>("an answer carries its request's correlation id", ExchangeInvariants::strangeAnswers),
            new Invariant<>("a repeated answer is the same", ExchangeInvariants::changedAnswers),
            new Invariant<>("an acknowledgment that was asked for is sent", ExchangeInvariants::missingAcknowledgments),
            new Invariant<>("an ended conversation has told its requester", ExchangeInvariants::untold),
            new Invariant<>("a request that arrived is not lost", ExchangeInvariants::lost));

    /** What holds where methods serve operations. */
    static final List<Invariant<ExchangeHistory>> EFFECTS = List.of(
            new Invariant<>("a request takes effect at most once", ExchangeInvariants::effectsTwice),
            new Invariant<>("a status says what took effect", ExchangeInvariants::effectsOtherThanStatus),
            new Invariant<>("another request under the same id has no effect", ExchangeInvariants::effectsOfOthers),
            new Invariant<>("a prompt operation meets a far deadline", ExchangeInvariants::expiredWithoutNeed));

    private ExchangeInvariants() {}

    private static Stream<String> effectsTwice(ExchangeHistory history) {
        Map<String, Integer> counts = new HashMap<>();
        history.effects().forEach(e -> counts.merge(e.sender() + " " + e.messageId(), 1, Integer::sum));
        return counts.entrySet().stream().filter(e -> e.getValue() > 1).map(Object::toString);
    }

    private static Stream<String> effectsOtherThanStatus(ExchangeHistory history) {
        return history.conversations().stream()
                .filter(c -> history.effects(c) != expectedEffects(c, history))
                .map(c -> c.id() + " is " + c.status() + " and has " + history.effects(c) + " effects");
    }

    private static int expectedEffects(Conversation conversation, ExchangeHistory history) {
        return switch (conversation.status()) {
            case SUCCEEDED -> 1;
            case FAULTED ->
                history.journal().stream()
                                .anyMatch(e -> e.conversationId().equals(conversation.id())
                                        && e.body().contains("operation-failed"))
                        ? 0
                        : 1;
            default -> 0;
        };
    }

    private static Stream<String> effectsOfOthers(ExchangeHistory history) {
        return history.effects().stream()
                .filter(e -> history.journal().stream()
                        .noneMatch(j -> j.conversationId().equals(e.conversationId())
                                && j.direction() == Direction.IN
                                && j.body().equals(e.body())))
                .map(Object::toString);
    }

    private static Stream<String> answeredOthers(ExchangeHistory history) {
        return history.requesters().stream().flatMap(r -> {
            Map<String, String> answered = new HashMap<>();
            return r.asked.stream()
                    .filter(a -> r.answers.stream()
                            .anyMatch(p -> a.isAnswered(p) && p.property(Headers.CONVERSATION_ID) != null))
                    .filter(a -> answered.put(a.messageId(), a.parcel().body()) != null)
                    .map(Asked::toString);
        });
    }

    private static Stream<String> succeededLate(ExchangeHistory history) {
        return history.conversations().stream()
                .filter(c -> c.status() == Status.SUCCEEDED && !c.updatedAt().isBefore(c.expiresAt()))
                .filter(c -> !wasAskedPatiently(c) || isAnswered(c, history))
                .map(c -> c.id() + " at " + c.updatedAt() + ", due " + c.expiresAt());
    }

    /** Where silence of a provider is no failure. */
    private static boolean wasAskedPatiently(Conversation conversation) {
        return conversation.patternState() != null && conversation.exchange() != MessageExchangePattern.IN_OUT;
    }

    private static boolean isAnswered(Conversation conversation, ExchangeHistory history) {
        return history.journal(conversation).anyMatch(ExchangeInvariants::isEnd);
    }

    private static boolean isEnd(JournalEntry entry) {
        return entry.direction() == Direction.OUT
                && (entry.kind() == MessageKind.REPLY || entry.kind() == MessageKind.FAULT);
    }

    private static Stream<String> answersOfNothing(ExchangeHistory history) {
        return history.answers()
                .filter(a -> a.property(Headers.CONVERSATION_ID) != null && history.of(a) == null)
                .map(Parcel::toString);
    }

    private static Stream<String> answersOtherThanStatus(ExchangeHistory history) {
        return history.answers()
                .filter(a -> history.of(a) != null && !fits(a, history.of(a).status()))
                .map(a -> history.of(a).status() + ", but " + a);
    }

    private static boolean fits(Parcel answer, Status status) {
        String kind = answer.property(Headers.KIND);
        if (kind.equals(MessageKind.REPLY.label())) {
            return status == Status.SUCCEEDED;
        }
        return kind.equals(MessageKind.ACK.label())
                || status == Status.FAULTED
                || status == Status.EXPIRED
                || status == Status.CANCELLED;
    }

    private static Stream<String> strangeAnswers(ExchangeHistory history) {
        return history.requesters().stream().flatMap(r -> r.answers.stream()
                .filter(a -> r.asked.stream().noneMatch(asked -> asked.isAnswered(a) && belongs(a, asked)))
                .map(a -> r.queue + " got " + a));
    }

    private static boolean belongs(Parcel answer, Asked asked) {
        return Objects.equals(answer.type(), asked.parcel().type());
    }

    private static Stream<String> changedAnswers(ExchangeHistory history) {
        Map<String, String> first = new HashMap<>();
        return history.answers()
                .filter(a -> a.property(Headers.CONVERSATION_ID) != null)
                .filter(a -> {
                    String content = a.property(Headers.KIND) + a.body();
                    String before = first.putIfAbsent(a.property(Headers.MESSAGE_ID), content);
                    return before != null && !before.equals(content);
                })
                .map(Parcel::toString);
    }

    private static Stream<String> missingAcknowledgments(ExchangeHistory history) {
        return history.conversations().stream()
                .filter(c -> c.acknowledge() && c.createdAt().isBefore(c.expiresAt()))
                .filter(c -> history.journal(c)
                        .noneMatch(j -> j.direction() == Direction.OUT && j.kind() == MessageKind.ACK))
                .map(Conversation::id);
    }

    private static Stream<String> untold(ExchangeHistory history) {
        return Stream.concat(
                history.journal().stream()
                        .filter(j -> j.direction() == Direction.OUT && j.kind() != MessageKind.REQUEST)
                        .filter(j -> !wasTold(j, history))
                        .map(j -> "nobody got " + j),
                history.conversations().stream()
                        .filter(c -> c.status().isFinal() && !hasEnd(c, history))
                        .map(c -> c.id() + " is " + c.status() + " without a word"));
    }

    private static boolean wasTold(JournalEntry answer, ExchangeHistory history) {
        return history.wasReceived(answer) || history.isDead(answer.messageId()) || isParked(answer, history);
    }

    private static boolean isParked(JournalEntry answer, ExchangeHistory history) {
        boolean wantedByNobody = answer.kind() == MessageKind.REPLY;
        return answer.to() == null
                && (wantedByNobody || history.isDead(history.stored().get(answer.conversationId())));
    }

    private static boolean hasEnd(Conversation conversation, ExchangeHistory history) {
        boolean silent = conversation.status() == Status.SUCCEEDED
                && (!conversation.exchange().allowsReply()
                        || wasAskedPatiently(conversation)
                        || conversation.operation().equals("terse"));
        return silent
                || history.journal(conversation)
                                .filter(ExchangeInvariants::isEnd)
                                .count()
                        == 1;
    }

    private static Stream<String> lost(ExchangeHistory history) {
        return history.requesters().stream()
                .flatMap(r -> r.asked.stream()
                        .filter(a -> r.arrived.contains(a.parcel().correlationId()) && !isKept(a, r, history)))
                .map(Asked::toString);
    }

    private static boolean isKept(Asked asked, Requester requester, ExchangeHistory history) {
        return history.stored().values().stream()
                        .anyMatch(c -> c.sender().equals(asked.sender())
                                && c.messageId().equals(asked.messageId()))
                || requester.answers.stream().anyMatch(asked::isAnswered)
                || history.dead().stream()
                        .anyMatch(p -> asked.messageId().equals(p.property(Headers.MESSAGE_ID))
                                || asked.parcel().correlationId().equals(p.correlationId()));
    }

    private static Stream<String> expiredWithoutNeed(ExchangeHistory history) {
        return history.conversations().stream()
                .filter(c -> c.status() == Status.EXPIRED && ScriptedOperations.PROMPT.contains(c.operation()))
                .filter(c -> c.expiresAt()
                        .isAfter(later(c.createdAt(), history.calmAt()).plus(FAR)))
                .map(c -> c.id() + " had time until " + c.expiresAt());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
