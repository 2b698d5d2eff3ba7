package dev.parley.testing;

import dev.parley.RequestOptions;
import dev.parley.message.Problem;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request that an operation makes of a provider, or an event that it publishes.
 *
 * @param operation what is asked for, or the topic
 * @param body the request, JSON text
 * @param continuation the operation that takes the answer; null if nobody does
 * @param messageId its key
 * @param terms its terms
 * @param about the conversation that it is about; null if it names none
 * @param event true if it is an event
 */
record Question(
        String operation,
        String body,
        @Nullable String continuation,
        String messageId,
        RequestOptions terms,
        @Nullable String about,
        boolean event) {

    Question about(@Nullable String conversation) {
        return new Question(operation, body, continuation, messageId, terms, conversation, event);
    }

    Asked asked() {
        return new Asked(operation, body, terms, about);
    }

    String conversationId() {
        return "conversation-of-" + messageId;
    }

    String correlationId() {
        return Objects.requireNonNullElse(terms.correlationId(), messageId);
    }

    /** The answer as the continuation gets it, JSON text. */
    String answer(Said said) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("operation", operation)
                .add("conversationId", conversationId())
                .add("correlationId", correlationId());
        if (terms.state() != null) {
            json.add("state", terms.state());
        }
        Problem fault = said.fault();
        if (fault != null) {
            json.add("fault", value(fault.toJson()));
        } else if (said.reply() != null) {
            json.add("reply", value(said.reply()));
        }
        return json.build().toString();
    }

    /** The fault of an answer; null if it is a reply. */
    static @Nullable JsonObject fault(Said said) {
        return said.fault() == null ? null : value(said.fault().toJson()).asJsonObject();
    }

    private static JsonValue value(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readValue();
        }
    }
}
