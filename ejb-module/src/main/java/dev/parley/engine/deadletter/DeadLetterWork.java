package dev.parley.engine.deadletter;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Envelope;
import dev.parley.conversation.MessageExchangePattern;
import dev.parley.engine.commit.Result;
import dev.parley.engine.config.Settings;
import dev.parley.engine.deadletter.DeadLetterResult.Outcome;
import dev.parley.engine.gateway.Gateway;
import dev.parley.engine.run.RequestAcceptor;
import dev.parley.engine.run.RequestCheck;
import dev.parley.engine.run.Retries;
import dev.parley.message.Address;
import dev.parley.message.Caller;
import dev.parley.message.Headers;
import dev.parley.message.Participant;
import dev.parley.message.Problem;
import dev.parley.message.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is done with a dead letter that was taken, within the transaction that took it. */
@ApplicationScoped
class DeadLetterWork {

    private static final Pattern QUEUE = Pattern.compile("(?!parley\\.(?:dead|expired)$)[A-Za-z0-9._-]{1,200}");

    /** Why a request lies here that has long been done, and is not what failed. */
    private static final Set<String> DONE = Set.of("not-undone", "repair-failed", "undone-twice");

    @Inject
    Retries retries;

    @Inject
    RequestAcceptor acceptor;

    @Inject
    RequestCheck check;

    @Inject
    Settings settings;

    Result<DeadLetterResult> retry(DeadLetters.Held held, DeadLetterCommand command, Caller by, Gateway gateway) {
        DeadLetter letter = held.letter();
        String failed = letter.failedConversation();
        if (failed == null) {
            return putBack(held);
        }
        Result<Boolean> retried =
                retries.retry(failed, letter.messageId(), Participant.of(by), command.reason(), gateway);
        Problem refusal = retried.refusal();
        return refusal == null
                ? Result.of(new DeadLetterResult(
                        letter.id(), retried.orThrow() ? Outcome.RETRIED : Outcome.GOES_ON, failed))
                : Result.refused(refusal);
    }

    private static Result<DeadLetterResult> putBack(DeadLetters.Held held) {
        DeadLetter letter = held.letter();
        String queue = letter.from();
        if (queue == null || !QUEUE.matcher(queue).matches()) {
            return Result.refused(DeadLetterProblem.DEAD_LETTER_STAYS.because("It came from " + queue
                    + ", which is no queue that it can go back into: send it as a new request, or drop it."));
        }
        held.delivery().back(queue, letter.messageId());
        return Result.of(new DeadLetterResult(letter.id(), Outcome.PUT_BACK, null));
    }

    Result<DeadLetterResult> send(DeadLetters.Held held, DeadLetterCommand command, Caller by, Gateway gateway) {
        DeadLetter letter = held.letter();
        String operation = command.operation() == null ? letter.operation() : command.operation();
        if (command.operation() == null && DONE.contains(letter.reason())) {
            return Result.refused(DeadLetterProblem.DEAD_LETTER_STAYS.because(
                    "It says that something was not undone: sent again it would be done once more. See to that, and"
                            + " drop it; or say in operation and body what is to be asked."));
        }
        if (operation == null) {
            return Result.refused(DeadLetterProblem.DEAD_LETTER_STAYS.because(
                    "It names no operation: say in operation which one is to be asked."));
        }
        try {
            Conversation original = noted(letter, "send", command, by, gateway);
            Envelope request = request(letter, original, operation, command, by);
            String begun =
                    acceptor.acceptHere(check.check(request)).conversation().id();
            return Result.of(new DeadLetterResult(letter.id(), Outcome.SENT, begun));
        } catch (Refusal refused) {
            return Result.refused(refused.problem());
        }
    }

    Result<DeadLetterResult> drop(DeadLetters.Held held, DeadLetterCommand command, Caller by, Gateway gateway) {
        noted(held.letter(), "drop", command, by, gateway);
        return Result.of(new DeadLetterResult(held.letter().id(), Outcome.DROPPED, null));
    }

    /** The conversation that the dead letter is about, once that is in its journal; null if there is none. */
    private @Nullable Conversation noted(
            DeadLetter letter, String what, DeadLetterCommand command, Caller by, Gateway gateway) {
        String id = letter.failedConversation();
        if (id == null) {
            return null;
        }
        ObjectNode said = JsonNodeFactory.instance.objectNode().put(what, true).put("reason", command.reason());
        String messageId = what + "." + letter.id();
        return retries.note(id, letter.messageId(), Participant.of(by), messageId, said.toString(), gateway)
                .orElse(null);
    }

    /**
     * The request of an operator, with an id that follows from the dead letter's. Whoever waits for an answer to the
     * original gets that of the new one.
     */
    private Envelope request(
            DeadLetter letter,
            @Nullable Conversation original,
            String operation,
            DeadLetterCommand command,
            Caller by) {
        String messageId = "resent." + letter.id();
        Address replyTo = original == null ? letter.replyTo() : original.replyTo();
        return new Envelope(
                operation,
                command.body() == null ? letter.body() : command.body(),
                exchange(letter, replyTo),
                Participant.of(by),
                original == null || original.owner() == null ? by.name() : original.owner(),
                messageId,
                Objects.requireNonNullElse(letter.correlationId(), messageId),
                replyTo,
                original == null ? null : original.faultTo(),
                false,
                original == null ? letter.properties().get(Headers.STATE) : original.state(),
                null,
                acceptor.now().plus(settings.limits().defaultDeadline()),
                0);
    }

    private static MessageExchangePattern exchange(DeadLetter letter, @Nullable Address replyTo) {
        String given = letter.properties().get(Headers.EXCHANGE);
        MessageExchangePattern byDefault =
                replyTo == null ? MessageExchangePattern.IN_ONLY : MessageExchangePattern.IN_OUT;
        return given == null ? byDefault : MessageExchangePattern.of(given).orElse(byDefault);
    }
}
