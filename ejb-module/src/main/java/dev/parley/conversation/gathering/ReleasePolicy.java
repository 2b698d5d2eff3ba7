package dev.parley.conversation.gathering;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Decision;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Status;
import dev.parley.conversation.Ticket;
import dev.parley.message.AnswerQueues;
import dev.parley.message.MessageKind;
import dev.parley.message.Outgoing;
import dev.parley.message.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rule of those whose answer is not taken: who has not answered is let go when the gathering ends; what was done
 * and is not wanted is undone, once, whether that is known before the end, at it or later.
 */
final class ReleasePolicy {

    private static final String NOTHING_TO_UNDO = Problem.TYPE_PREFIX + "nothing-to-undo";

    private ReleasePolicy() {}

    /**
     * The end of a gathering, with what becomes of the losers.
     *
     * @param unwanted the replies that are not taken
     */
    static Decision released(Decision end, List<GatheredAnswer> unwanted, Instant now) {
        return end.conversation().patternState() instanceof Gathering gathering
                        && gathering.choice().losers() != Losers.IGNORE
                ? released(end, gathering, unwanted, now)
                : end;
    }

    private static Decision released(Decision end, Gathering gathering, List<GatheredAnswer> unwanted, Instant now) {
        List<GatheredAnswer> undone = gathering.choice().losers() == Losers.COMPENSATE ? unwanted : List.of();
        List<String> missing = gathering.missing();
        return missing.isEmpty() && undone.isEmpty()
                ? end
                : with(end.conversation(), gathering, end.effects(), new Release(missing, undone), now);
    }

    /** What somebody says whom nobody counts: a reply is undone, if that was wanted. */
    static Decision uncounted(
            Conversation conversation,
            Gathering gathering,
            String name,
            MessageKind kind,
            JsonNode body,
            List<Effect> before,
            Instant now) {
        if (!gathering.undoes(name, kind)) {
            return new Decision(conversation, before);
        }
        Release release = new Release(List.of(), List.of(new GatheredAnswer(name, now, kind, body)));
        return with(conversation, gathering, before, release, changed(conversation, now));
    }

    private static Decision with(
            Conversation conversation, Gathering gathering, List<Effect> before, Release release, Instant now) {
        List<String> undone = Stream.concat(
                        gathering.choice().undone().stream(),
                        release.undone().stream().map(GatheredAnswer::from))
                .toList();
        Gathering releasing = gathering.choosing(gathering.choice().undoing(undone));
        List<Effect> effects = new ArrayList<>(before);
        effects.add(release);
        return new Decision(conversation.with(releasing, now), effects);
    }

    /**
     * Who has done it is sent one request. What operations have done, the exchanges undo that they were asked in. What
     * nothing undoes stays as it is, and is said to be kept.
     */
    static Decision undoing(Conversation conversation, Gathering gathering, Undoing event, Instant now) {
        List<Effect> effects = new ArrayList<>();
        for (Undoing.Undo undo : event.each()) {
            effects.add(new Effect.Send(request(conversation, gathering, undo)));
        }
        if (event.kept().isEmpty()) {
            return new Decision(conversation, effects);
        }
        Gathering keeping = gathering.choosing(gathering.choice().keeping(event.kept()));
        return new Decision(conversation.with(keeping, changed(conversation, now)), effects);
    }

    /** When it ended stays as it is. */
    private static Instant changed(Conversation conversation, Instant now) {
        return conversation.status().isFinal() ? conversation.updatedAt() : now;
    }

    private static Outgoing request(Conversation conversation, Gathering gathering, Undoing.Undo undo) {
        int number = gathering.expected().indexOf(undo.name());
        return new Outgoing(
                        undo.to(),
                        MessageKind.REQUEST,
                        undo.operation(),
                        conversation.id(),
                        conversation.id() + ".undo." + number,
                        new Ticket(conversation.id(), ticket(gathering, undo.name())).correlationId(),
                        null,
                        undo.body(),
                        new Outgoing.Request(AnswerQueues.REPLIES, 1, null, conversation.hops() + 1, null))
                .with(Map.of("Compensates", conversation.id() + ".ask." + number, "Outcome", "done"));
    }

    private static String ticket(Gathering gathering, String name) {
        return GatheringTicket.of(gathering.ticket(), GatheringKey.undo(name));
    }

    /** Who was sent a request to undo what he had done with that ticket; empty if nobody was. */
    static Optional<String> undoneBy(Gathering gathering, String ticket) {
        return gathering.ticket().isEmpty()
                ? Optional.empty()
                : gathering.choice().undone().stream()
                        .filter(name -> ticket(gathering, name).equals(ticket))
                        .findFirst();
    }

    /** The answer of who was sent a request to undo what he had done: a fault is for operators to see to. */
    static Decision undone(
            Conversation conversation,
            Gathering gathering,
            String name,
            MessageKind kind,
            JsonNode body,
            List<Effect> before,
            Instant now) {
        if (kind == MessageKind.ACK) {
            return new Decision(conversation, before);
        }
        boolean isReply = kind != MessageKind.FAULT && before.stream().noneMatch(Effect.Park.class::isInstance);
        boolean isDone = isReply || body.path("type").asText().equals(NOTHING_TO_UNDO);
        List<Effect> effects = new ArrayList<>(before);
        if (!isDone) {
            effects.add(new Effect.Park(GatheringProblem.NOT_UNDONE.because(
                    name + " was not taken, and what undoes it answered with a fault: " + body)));
        }
        Status status = isDone ? Status.COMPENSATED : Status.STUCK;
        return new Decision(settled(conversation, gathering, name, status, now), effects);
    }

    /** It is noted how far undoing is; what was undone stays so. */
    static Conversation settled(
            Conversation conversation, Gathering gathering, String name, Status status, Instant now) {
        Choice choice = gathering.choice();
        if (!choice.undone().contains(name) || choice.settled().get(name) == Status.COMPENSATED) {
            return conversation;
        }
        return conversation.with(gathering.choosing(choice.settling(name, status)), changed(conversation, now));
    }
}
