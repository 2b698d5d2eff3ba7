package dev.parley.engine;

import dev.parley.conversation.Envelope;
import dev.parley.conversation.MessageExchangePattern;
import dev.parley.conversation.Problem;
import dev.parley.conversation.Refusal;
import dev.parley.directory.Directory;
import dev.parley.directory.Listing;
import dev.parley.directory.ServedOperation;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks requests against the operations they are for, before anything is stored. */
@Dependent
public class RequestCheck {

    private final Directory directory;

    @Inject
    public RequestCheck(Directory directory) {
        this.directory = directory;
    }

    /** The operations of those names, as the directory has them now. */
    Map<String, Listing> listings(Collection<String> operations) {
        return directory.find(operations);
    }

    /**
     * Checks that the operation is there and the body fits it.
     *
     * @throws Refusal {@code unknown-operation}, {@code turn-unsupported}, {@code exchange-unsupported}, {@code body-not-json}, {@code body-invalid}
     */
    public CheckedRequest check(Envelope envelope) {
        return check(envelope, directory.find(envelope.operation()).orElse(null));
    }

    /**
     * Checks that the operation is there and the body fits it.
     *
     * @param listing what the directory has; null if it has nothing
     * @throws Refusal {@code unknown-operation}, {@code body-not-json}, {@code body-invalid}
     */
    CheckedRequest check(Envelope envelope, @Nullable Listing listing) {
        if (listing == null) {
            throw new Refusal(unknown(envelope.operation()));
        }
        checkTurn(envelope, listing.method());
        return new CheckedRequest(envelope, listing, listing.read(envelope.body()));
    }

    private static void checkTurn(Envelope envelope, @Nullable ServedOperation method) {
        boolean takesTurns = method != null && method.takesTurns();
        if (!takesTurns && envelope.turn() != null) {
            throw new Refusal(turnUnsupported(envelope.operation()));
        }
        if (takesTurns && envelope.exchange() != MessageExchangePattern.IN_OUT) {
            throw new Refusal(exchangeUnsupported(envelope));
        }
    }

    private static Problem turnUnsupported(String operation) {
        return Problem.of(
                "turn-unsupported",
                400,
                "No turns here",
                operation + " takes one request in a conversation: leave the property Turn out.");
    }

    private static Problem exchangeUnsupported(Envelope envelope) {
        return Problem.of(
                "exchange-unsupported",
                400,
                "Exchange not possible with this operation",
                envelope.operation() + " takes turns, and each is " + MessageExchangePattern.IN_OUT.label() + ", not "
                        + envelope.exchange().label() + ": give a JMSReplyTo, and leave Exchange out.");
    }

    private static Problem unknown(String operation) {
        String shown = operation.length() <= 100 ? operation : operation.substring(0, 100) + "…";
        return Problem.of(
                "unknown-operation", 404, "Operation unknown", "No operation '" + shown + "' is served here.");
    }
}
