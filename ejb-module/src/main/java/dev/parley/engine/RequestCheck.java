package dev.parley.engine;

import dev.parley.conversation.Envelope;
import dev.parley.conversation.Problem;
import dev.parley.conversation.Refusal;
import dev.parley.directory.Operations;
import dev.parley.directory.ServedOperation;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Checks a request against the operation it is for, before anything is stored. */
@Dependent
public class RequestCheck {

    private final Operations operations;

    @Inject
    public RequestCheck(Operations operations) {
        this.operations = operations;
    }

    /**
     * Checks that the operation is there and the body fits it.
     *
     * @throws Refusal {@code unknown-operation}, {@code body-not-json}, {@code body-invalid}
     */
    public CheckedRequest check(Envelope envelope) {
        ServedOperation operation =
                operations.find(envelope.operation()).orElseThrow(() -> new Refusal(unknown(envelope.operation())));
        return new CheckedRequest(envelope, operation, operation.read(envelope.body()));
    }

    private static Problem unknown(String operation) {
        String shown = operation.length() <= 100 ? operation : operation.substring(0, 100) + "…";
        return Problem.of(
                "unknown-operation", 404, "Operation unknown", "No operation '" + shown + "' is served here.");
    }
}
