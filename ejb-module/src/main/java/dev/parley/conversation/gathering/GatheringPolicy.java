package dev.parley.conversation.gathering;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Decision;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Event;
import dev.parley.conversation.ProviderAnswer;
import dev.parley.conversation.Received;
import dev.parley.conversation.StateJson;
import dev.parley.conversation.Status;
import dev.parley.conversation.Ticket;
import dev.parley.conversation.request.Outcomes;
import dev.parley.conversation.request.Problems;
import dev.parley.conversation.request.Repetition;
import dev.parley.message.Address;
import dev.parley.message.AnswerQueues;
import dev.parley.message.JsonText;
import dev.parley.message.MessageKind;
import dev.parley.message.Outgoing;
import dev.parley.message.Problem;
import dev.parley.message.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rule of a gathering: each of those who were asked counts once, whatever they say afterwards; it ends as
 * {@link CompletionPolicy} says, or at its deadline; what comes later is journaled and changes nothing.
 */
public final class GatheringPolicy {

    /** The name of the pattern. */
    public static final String NAME = "gathering";

    /** The property that says whose answer is passed on. */
    public static final String SUBSCRIPTION = "Subscription";

    /** The exchange of what is asked without a topic: nothing is passed on but the result. */
    public static final String SCATTER_GATHER = "scatter-gather";

    /** The characters of answers that are kept at most. */
    static final int MOST_KEPT = 400_000;

    /** Who never stops answering must not fill the journal. */
    private static final int LONGEST_JOURNAL = 2000;

    private GatheringPolicy() {}

    /** The beginning, at which those who are asked by messages have been sent theirs, or will be. */
    public static Decision begin(GatheringBegun begun, Instant now) {
        Gathering gathering =
                Gathering.begun(begun.exchange(), begun.completion(), Take.ALL, begun.expected(), begun.ticket(), now);
        Conversation conversation = Conversation.accepted(NAME, begun.request(), begun.newId(), now)
                .waitingUntil(begun.request().expiresAt(), gathering, now);
        return judged(conversation, gathering, List.of(), now);
    }

    /**
     * The beginning for whoever asks many himself: it asks with the first of these effects.
     *
     * @param accepted its conversation
     * @param effects by which it asks
     */
    public static Decision begin(Conversation accepted, Gathering gathering, List<Effect> effects, Instant now) {
        return judged(accepted, gathering, effects, now);
    }

    /** The decision on an event. */
    public static Decision decide(Conversation conversation, @Nullable Gathering gathering, Event event, Instant now) {
        if (event instanceof Event.Repeated repeated) {
            return Repetition.decide(conversation, repeated);
        }
        if (gathering == null) {
            return Decision.nothing(conversation);
        }
        if (event instanceof Event.ProviderAnswered answered) {
            return byTicket(conversation, gathering, answered.answer(), now);
        }
        if (conversation.status().isFinal()) {
            return Decision.nothing(conversation);
        }
        if (event instanceof Event.Answered answered) {
            return byKey(conversation, gathering, answered, now);
        }
        if (event instanceof Event.Cancelled cancelled) {
            return Outcomes.cancel(conversation, cancelled, now);
        }
        if (event instanceof Event.Withdrawn) {
            return Outcomes.fail(conversation, Status.CANCELLED, Problems.withdrawn(conversation), now);
        }
        if (event instanceof Asked asked) {
            return asked(conversation, gathering, asked, now);
        }
        return now.isBefore(conversation.expiresAt())
                ? judged(conversation, gathering, List.of(), now)
                : ended(conversation, gathering, CompletionPolicy.DEADLINE, List.of(), now);
    }

    private static Decision asked(Conversation conversation, Gathering gathering, Asked asked, Instant now) {
        if (asked.problem() != null) {
            return Outcomes.fail(conversation, Status.FAULTED, asked.problem(), now);
        }
        List<Effect> requests = new ArrayList<>();
        for (Address to : asked.requests()) {
            requests.add(new Effect.Send(request(conversation, gathering, asked, to, requests.size())));
        }
        return judged(conversation, gathering.asked(asked.expected(), now), requests, now);
    }

    /** The request to one of the providers of an operation. */
    private static Outgoing request(
            Conversation conversation, Gathering gathering, Asked asked, Address to, int number) {
        String ticket = GatheringTicket.of(gathering.ticket(), to.toString());
        return new Outgoing(
                to,
                MessageKind.REQUEST,
                asked.operation(),
                conversation.id(),
                conversation.id() + ".ask." + number,
                new Ticket(conversation.id(), ticket).correlationId(),
                null,
                asked.body(),
                new Outgoing.Request(AnswerQueues.REPLIES, 1, conversation.expiresAt(), conversation.hops() + 1, null));
    }

    /** It is in the journal already. */
    private static Decision byKey(
            Conversation conversation, Gathering gathering, Event.Answered answered, Instant now) {
        String name = GatheringKey.name(answered.key());
        if (name != null) {
            return counted(conversation, gathering, name, answered.kind(), answered.body(), List.of(), now);
        }
        int shown = gathering.decision().shown();
        if (!answered.key().equals(GatheringKey.decide(shown))) {
            return Decision.nothing(conversation);
        }
        boolean enough = answered.kind() == MessageKind.REPLY
                && parse(answered.body()).path(CompletionReader.COMPLETE).asBoolean();
        Gathering decided = gathering.deciding(new Gathering.Deciding(shown, false, enough));
        return judged(conversation, decided, List.of(), now);
    }

    private static Decision byTicket(
            Conversation conversation, Gathering gathering, ProviderAnswer answer, Instant now) {
        Optional<String> name = gathering.expected().stream()
                .filter(one -> GatheringTicket.of(gathering.ticket(), one).equals(answer.ticket()))
                .findFirst();
        if (name.isEmpty() || gathering.ticket().isEmpty()) {
            return new Decision(conversation, List.of(new Effect.Park(Problems.answerUnasked())));
        }
        Problem unusable = answer.unusable();
        boolean isLate = conversation.status().isFinal() || !now.isBefore(conversation.expiresAt());
        List<Effect> noted = unusable != null
                ? List.of(new Effect.Park(unusable))
                : conversation.sequence() < LONGEST_JOURNAL ? List.of(new Effect.Note(received(answer))) : List.of();
        if (isLate || answer.kind() == MessageKind.ACK) {
            return new Decision(conversation, noted);
        }
        return unusable == null
                ? counted(conversation, gathering, name.get(), answer.kind(), answer.body(), noted, now)
                : counted(conversation, gathering, name.get(), MessageKind.FAULT, unusable.toJson(), noted, now);
    }

    private static Received received(ProviderAnswer answer) {
        return new Received(answer.kind(), answer.from(), answer.messageId(), answer.correlationId(), answer.body());
    }

    private static Decision counted(
            Conversation conversation,
            Gathering gathering,
            String name,
            MessageKind kind,
            String body,
            List<Effect> before,
            Instant now) {
        boolean isInTime = now.isBefore(conversation.expiresAt());
        if (!isInTime || !gathering.waitsFor(name)) {
            return new Decision(conversation, before);
        }
        boolean fits = gathering.size() + body.length() <= MOST_KEPT;
        GatheredAnswer answer = fits
                ? new GatheredAnswer(name, now, kind == MessageKind.FAULT ? kind : MessageKind.REPLY, parse(body))
                : new GatheredAnswer(
                        name, now, MessageKind.FAULT, parse(tooLarge().toJson()));
        List<Effect> effects = new ArrayList<>(before);
        passedOn(conversation, gathering, answer).ifPresent(effects::add);
        return judged(conversation, gathering.answered(answer), effects, now);
    }

    private static Problem tooLarge() {
        return GatheringProblem.ANSWER_TOO_LARGE.because("All answers of a gathering have at most " + MOST_KEPT
                + " characters together; it is in the journal as it came.");
    }

    /** Whoever has published to a topic gets each answer when it comes. The journal has it as it came. */
    private static Optional<Effect> passedOn(Conversation conversation, Gathering gathering, GatheredAnswer answer) {
        boolean isReply = answer.isReply();
        Address to = isReply ? conversation.replyTo() : conversation.faultAddress();
        boolean isWanted = !gathering.exchange().equals(SCATTER_GATHER)
                && to != null
                && (!isReply || conversation.exchange().allowsReply());
        if (!isWanted) {
            return Optional.empty();
        }
        Outgoing message = new Outgoing(
                        to,
                        answer.kind(),
                        conversation.operation(),
                        conversation.id(),
                        conversation.id() + "." + (gathering.answers().size() + 1) + "."
                                + answer.kind().label(),
                        conversation.correlationId(),
                        conversation.state(),
                        answer.body().toString())
                .with(Map.of(SUBSCRIPTION, answer.from()));
        return Optional.of(new Effect.SendAgain(message));
    }

    private static Decision judged(Conversation conversation, Gathering gathering, List<Effect> before, Instant now) {
        if (gathering.asking()) {
            return new Decision(conversation.with(gathering, now), before);
        }
        if (CompletionPolicy.judge(gathering.completion(), gathering.tally(), now) instanceof Verdict.Ends ends) {
            return ended(conversation, gathering, ends.by(), before, now);
        }
        if (!gathering.asksDecider()) {
            return new Decision(conversation.with(gathering, now), before);
        }
        int shown = gathering.answers().size();
        List<Effect> effects = new ArrayList<>(before);
        effects.add(new Effect.Ask(
                GatheringKey.decide(shown),
                gathering.decider().orElseThrow(),
                GatheringForm.result(gathering).toString(),
                conversation.expiresAt()));
        Gathering asking = gathering.deciding(new Gathering.Deciding(shown, true, false));
        return new Decision(conversation.with(asking, now), effects);
    }

    private static Decision ended(
            Conversation conversation, Gathering gathering, String by, List<Effect> before, Instant now) {
        Gathering ended = gathering.ended(by);
        Conversation there = conversation.with(ended, now);
        Decision end = ended.replies().size() >= ended.completion().atLeast()
                ? Outcomes.succeed(there, GatheringForm.result(ended).toString(), now)
                : Outcomes.fail(there, Status.FAULTED, tooFew(ended, by), now);
        List<Effect> effects = new ArrayList<>(before);
        effects.addAll(end.effects());
        return new Decision(end.conversation(), effects);
    }

    private static Problem tooFew(Gathering gathering, String by) {
        JsonNode result = GatheringForm.result(gathering);
        return new Problem(
                GatheringProblem.TOO_FEW,
                gathering.replies().size() + " of " + gathering.expected().size() + " replied, "
                        + gathering.faults() + " answered with a fault; at least "
                        + gathering.completion().atLeast() + " had to reply. It ended by: " + by + ".",
                List.of(),
                Map.of(
                        GatheringForm.ANSWERS, result.path(GatheringForm.ANSWERS),
                        GatheringForm.MISSING, result.path(GatheringForm.MISSING)));
    }

    private static JsonNode parse(String body) {
        try {
            return body.isBlank() ? StateJson.object() : JsonText.parseExactly(body);
        } catch (Refusal e) {
            return JsonNodeFactory.instance.textNode(body);
        }
    }
}
