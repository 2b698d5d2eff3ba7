package dev.parley.conversation.gathering;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Decision;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Event;
import dev.parley.conversation.Patterns;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rule of a gathering: each of those who were asked counts once, whatever they say afterwards; it ends as
 * {@link CompletionPolicy} says, or at its deadline; what comes later is journaled and changes nothing, unless it is
 * undone as {@link ReleasePolicy} says.
 */
public final class GatheringPolicy {

    /** The name of the pattern. */
    public static final String NAME = Patterns.GATHERING;

    /** The property that says whose answer is passed on. */
    public static final String SUBSCRIPTION = "Subscription";

    /** The exchange of what is asked without a topic: nothing is passed on but the result. */
    public static final String SCATTER_GATHER = "scatter-gather";

    /** The characters of answers that are kept at most. */
    static final int MOST_KEPT = 400_000;

    /** How long an operation has to choose, also if the deadline has come. */
    static final Duration CHOOSING = Duration.ofMinutes(1);

    /** The member of what it replies: who is taken; null for nobody. */
    private static final String TAKEN = "taken";

    /** Who never stops answering must not fill the journal. */
    private static final int LONGEST_JOURNAL = 2000;

    private GatheringPolicy() {}

    /** The beginning, at which those who are asked by messages have been sent theirs, or will be. */
    public static Decision begin(GatheringBegun begun, Instant now) {
        Gathering gathering = Gathering.begun(
                begun.exchange(), begun.completion(), Choice.ALL, begun.expected(), begun.ticket(), now);
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
        if (event instanceof Event.Answered answered) {
            return byKey(conversation, gathering, answered, now);
        }
        if (event instanceof LateAnswer late) {
            String name = GatheringKey.name(late.key());
            return ReleasePolicy.uncounted(
                    conversation, gathering, String.valueOf(name), late.kind(), parse(late.body()), List.of(), now);
        }
        if (event instanceof LoserUndone undone) {
            String name = String.valueOf(GatheringKey.name(undone.key()));
            return new Decision(ReleasePolicy.settled(conversation, gathering, name, undone.status(), now), List.of());
        }
        if (event instanceof Undoing undoing) {
            return ReleasePolicy.undoing(conversation, gathering, undoing, now);
        }
        return conversation.status().isFinal()
                ? Decision.nothing(conversation)
                : decideOnRunning(conversation, gathering, event, now);
    }

    private static Decision decideOnRunning(Conversation conversation, Gathering gathering, Event event, Instant now) {
        if (event instanceof Event.Cancelled cancelled) {
            return failed(Outcomes.cancel(conversation, cancelled, now), gathering, now);
        }
        if (event instanceof Event.Withdrawn) {
            Problem withdrawn = Problems.withdrawn(conversation);
            return failed(Outcomes.fail(conversation, Status.CANCELLED, withdrawn, now), gathering, now);
        }
        if (event instanceof Asked asked) {
            return asked(conversation, gathering, asked, now);
        }
        boolean isInTime = now.isBefore(conversation.expiresAt());
        if (gathering.ended() != null) {
            return isInTime
                    ? Decision.nothing(conversation)
                    : notChosen(conversation, gathering, "did not answer in time", now);
        }
        return isInTime
                ? judged(conversation, gathering, List.of(), now)
                : ended(conversation, gathering, CompletionPolicy.DEADLINE, List.of(), now);
    }

    /** Nothing is taken of what has failed. */
    private static Decision failed(Decision end, Gathering gathering, Instant now) {
        return ReleasePolicy.released(end, gathering.replies(), now);
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
        String undone = GatheringKey.undone(answered.key());
        if (undone != null) {
            return ReleasePolicy.undone(
                    conversation, gathering, undone, answered.kind(), parse(answered.body()), List.of(), now);
        }
        if (conversation.status().isFinal()) {
            return Decision.nothing(conversation);
        }
        return answered.key().equals(GatheringKey.CHOOSE)
                ? chosen(conversation, gathering, answered, now)
                : decided(conversation, gathering, answered, now);
    }

    private static Decision decided(
            Conversation conversation, Gathering gathering, Event.Answered answered, Instant now) {
        int shown = gathering.decision().shown();
        if (gathering.ended() != null || !answered.key().equals(GatheringKey.decide(shown))) {
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
        Problem unusable = answer.unusable();
        List<Effect> noted = unusable != null
                ? List.of(new Effect.Park(unusable))
                : conversation.sequence() < LONGEST_JOURNAL ? List.of(new Effect.Note(received(answer))) : List.of();
        Optional<String> undone = ReleasePolicy.undoneBy(gathering, answer.ticket());
        if (name.isEmpty() && undone.isPresent()) {
            JsonNode body = unusable == null ? parse(answer.body()) : parse(unusable.toJson());
            return ReleasePolicy.undone(conversation, gathering, undone.get(), answer.kind(), body, noted, now);
        }
        if (name.isEmpty() || gathering.ticket().isEmpty()) {
            return new Decision(conversation, List.of(new Effect.Park(Problems.answerUnasked())));
        }
        if (answer.kind() == MessageKind.ACK) {
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
        MessageKind said = kind == MessageKind.FAULT ? kind : MessageKind.REPLY;
        if (!isCounted(conversation, gathering, name, now)) {
            return ReleasePolicy.uncounted(conversation, gathering, name, said, parse(body), before, now);
        }
        boolean fits = gathering.size() + body.length() <= MOST_KEPT;
        if (fits) {
            return counted(conversation, gathering, new GatheredAnswer(name, now, said, parse(body)), before, now);
        }
        GatheredAnswer tooLarge = new GatheredAnswer(
                name, now, MessageKind.FAULT, parse(tooLarge().toJson()));
        // It was done all the same.
        Decision undone = ReleasePolicy.uncounted(conversation, gathering, name, said, parse(body), before, now);
        Gathering releasing = undone.conversation().patternState() instanceof Gathering changed ? changed : gathering;
        return counted(undone.conversation(), releasing, tooLarge, undone.effects(), now);
    }

    private static boolean isCounted(Conversation conversation, Gathering gathering, String name, Instant now) {
        return !conversation.status().isFinal()
                && gathering.ended() == null
                && now.isBefore(conversation.expiresAt())
                && gathering.waitsFor(name);
    }

    private static Decision counted(
            Conversation conversation, Gathering gathering, GatheredAnswer answer, List<Effect> before, Instant now) {
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
        List<GatheredAnswer> replies = ended.replies();
        if (replies.size() < ended.completion().atLeast()) {
            Decision end = Outcomes.fail(there, Status.FAULTED, tooFew(ended, by), now);
            return after(before, failed(end, ended, now));
        }
        String chooser = ended.choice().take().operation();
        return chooser == null || replies.isEmpty()
                ? after(before, succeeded(there, ended, now))
                : after(before, choosing(there, ended, chooser, now));
    }

    private static Decision after(List<Effect> before, Decision decision) {
        List<Effect> effects = new ArrayList<>(before);
        effects.addAll(decision.effects());
        return new Decision(decision.conversation(), effects);
    }

    private static Decision succeeded(Conversation conversation, Gathering gathering, Instant now) {
        Decision end =
                Outcomes.succeed(conversation, GatheringForm.result(gathering).toString(), now);
        return ReleasePolicy.released(end, gathering.choice().notTaken(gathering.replies()), now);
    }

    /** There is enough, and an operation chooses among it. */
    private static Decision choosing(Conversation conversation, Gathering gathering, String chooser, Instant now) {
        Instant least = now.plus(CHOOSING);
        Instant until = least.isAfter(conversation.expiresAt()) ? least : conversation.expiresAt();
        Effect ask = new Effect.Ask(
                GatheringKey.CHOOSE, chooser, GatheringForm.result(gathering).toString(), until);
        return new Decision(conversation.waitingUntil(until, gathering, now), List.of(ask));
    }

    private static Decision chosen(
            Conversation conversation, Gathering gathering, Event.Answered answered, Instant now) {
        if (gathering.ended() == null) {
            return Decision.nothing(conversation);
        }
        JsonNode taken = parse(answered.body()).path(TAKEN);
        boolean isOfThem = gathering.replies().stream()
                .anyMatch(reply -> taken.isTextual() && reply.from().equals(taken.textValue()));
        if (answered.kind() == MessageKind.FAULT || !(taken.isNull() || isOfThem)) {
            String what = answered.kind() == MessageKind.FAULT ? "a fault: " : "none of those who have replied: ";
            return notChosen(conversation, gathering, "answered with " + what + answered.body(), now);
        }
        Gathering made = gathering.choosing(gathering.choice().taking(isOfThem ? taken.textValue() : null));
        return succeeded(conversation.with(made, now), made, now);
    }

    private static Decision notChosen(Conversation conversation, Gathering gathering, String why, Instant now) {
        String chooser = gathering.choice().take().operation();
        Problem problem = GatheringProblem.CHOICE_FAILED.because(chooser + " was to choose, and " + why);
        return failed(Outcomes.fail(conversation, Status.FAULTED, problem, now), gathering, now);
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
