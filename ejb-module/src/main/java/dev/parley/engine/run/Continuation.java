package dev.parley.engine.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationProblem;
import dev.parley.conversation.Envelope;
import dev.parley.conversation.MessageExchangePattern;
import dev.parley.engine.commit.Ids;
import dev.parley.engine.gateway.DeadLettering;
import dev.parley.engine.gateway.MailboxDelivery;
import dev.parley.message.MessageKind;
import dev.parley.message.Outgoing;
import dev.parley.message.Problem;
import dev.parley.message.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Gives an answer to an operation: a request of its own, accepted in the transaction that sends the answer. The
 * answer's id makes it one call, however often it is sent.
 */
final class Continuation {

    private final UnitOfWork unit;

    Continuation(UnitOfWork unit) {
        this.unit = unit;
    }

    void take(Conversation asked, Outgoing answer) {
        if (answer.kind() == MessageKind.REPLY || answer.kind() == MessageKind.FAULT) {
            accept(asked, answer);
        }
    }

    private void accept(Conversation asked, Outgoing answer) {
        Envelope request = request(asked, answer);
        DeadLettering parking = reason -> unit.gateway().park(asked, answer.body(), reason);
        int most = unit.settings().limits().maxHops();
        if (request.hops() > most) {
            parking.park(hopLimit(request.operation(), most));
            return;
        }
        try {
            CheckedRequest checked = new RequestCheck(unit.directory(), MailboxDelivery.none()).check(request);
            new RequestBatch(unit)
                    .handleWithin(List.of(new PendingRequest(checked, Ids.next(), false, false, null, parking)));
        } catch (Refusal refused) {
            parking.park(refused.problem());
        }
    }

    private Envelope request(Conversation asked, Outgoing answer) {
        Instant deadline = unit.now().plus(unit.settings().limits().defaultDeadline());
        return new Envelope(
                Objects.requireNonNull(answer.to()).name(),
                body(asked, answer),
                MessageExchangePattern.IN_ONLY,
                "conversation:" + asked.id(),
                null,
                answer.messageId(),
                asked.correlationId(),
                null,
                null,
                false,
                null,
                null,
                deadline,
                asked.hops() + 1);
    }

    /** The body of the request, which {@link dev.parley.Answer} reads. */
    private static String body(Conversation asked, Outgoing answer) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("operation", asked.operation());
        body.put("conversationId", asked.id());
        body.put("correlationId", asked.correlationId());
        if (asked.state() != null) {
            body.put("state", asked.state());
        }
        body.putRawValue(answer.kind() == MessageKind.REPLY ? "reply" : "fault", new RawValue(answer.body()));
        return body.toString();
    }

    private static Problem hopLimit(String operation, int most) {
        return ConversationProblem.HOP_LIMIT.because("The answer is not given to " + operation + ": more than " + most
                + " operations have called each other (parley.hops.maximum).");
    }
}
