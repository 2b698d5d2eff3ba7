package dev.parley.directory.schema;

import dev.parley.Answer;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * Reads an {@link Answer} with the reply that it is declared with: JSON-B does not see through the type parameter of a
 * record.
 */
final class AnswerBinding {

    private AnswerBinding() {}

    /** An answer whose reply is as yet only JSON. */
    public record Unread(
            String operation,
            String conversationId,
            String correlationId,
            @Nullable String state,
            @Nullable JsonValue reply,
            @Nullable JsonObject fault) {}

    static boolean isFor(Type type) {
        return type instanceof ParameterizedType parameterized && parameterized.getRawType() == Answer.class;
    }

    static Answer<?> read(String body, Type type, Jsonb jsonb) {
        Unread answer = jsonb.fromJson(body, Unread.class);
        Type replyType = ((ParameterizedType) type).getActualTypeArguments()[0];
        Object reply = answer.reply() == null
                ? null
                : jsonb.<Object>fromJson(answer.reply().toString(), replyType);
        return new Answer<>(
                answer.operation(),
                answer.conversationId(),
                answer.correlationId(),
                answer.state(),
                reply,
                answer.fault());
    }
}
