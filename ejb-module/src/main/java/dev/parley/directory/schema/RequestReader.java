package dev.parley.directory.schema;

import dev.parley.message.InvalidBody;
import dev.parley.message.JsonText;
import dev.parley.message.Refusal;
import dev.parley.message.Violation;
import jakarta.json.bind.Jsonb;
import jakarta.validation.Validator;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The reader of the requests of one operation: JSON, then the schema, then JSON-B, then Bean Validation. Each only sees
 * what the one before let through. Safe to be used by any number of threads.
 */
public final class RequestReader {

    private final String operation;
    private final Type type;
    private final RequestSchema schema;
    private final Jsonb jsonb;
    private final ConstraintCheck constraints;

    /** The reader of one operation's requests. */
    public RequestReader(String operation, Type type, RequestSchema schema, Jsonb jsonb, Validator validator) {
        this.operation = operation;
        this.type = type;
        this.schema = schema;
        this.jsonb = jsonb;
        this.constraints = new ConstraintCheck(type, validator);
    }

    /**
     * The request in the text.
     *
     * @throws Refusal {@code body-not-json} or {@code body-invalid}
     */
    public Object read(String body) {
        refuseIfAny(schema.check(JsonText.parse(body)));
        Object request = bind(body);
        refuseIfAny(constraints.check(request));
        return request;
    }

    private Object bind(String body) {
        try {
            if (UndoBinding.isFor(type)) {
                return UndoBinding.read(body, type, jsonb);
            }
            return AnswerBinding.isFor(type) ? AnswerBinding.read(body, type, jsonb) : jsonb.fromJson(body, type);
        } catch (RuntimeException e) {
            // The schema let it through: a record's constructor refused it, or an adapter, or JSON-B knows better.
            throw invalid(List.of(new Violation("", BindingFailure.expected(e, operation))), e);
        }
    }

    private void refuseIfAny(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw invalid(violations, null);
        }
    }

    private Refusal invalid(List<Violation> violations, @Nullable Throwable cause) {
        Refusal refusal = new Refusal(InvalidBody.problem(violations, "what operation '" + operation + "' takes"));
        if (cause != null) {
            refusal.initCause(cause);
        }
        return refusal;
    }
}
