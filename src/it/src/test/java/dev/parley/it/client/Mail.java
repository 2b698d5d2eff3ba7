package dev.parley.it.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * A message as it was received from a mailbox.
 *
 * @param json all that came
 */
public record Mail(JsonNode json) {

    public String messageId() {
        return text("messageId");
    }

    public String lock() {
        return text("lock");
    }

    public Instant lockedUntil() {
        return Instant.parse(text("lockedUntil"));
    }

    public int deliveryCount() {
        return json.path("deliveryCount").asInt();
    }

    public JsonNode body() {
        return json.path("body");
    }

    /** A field; empty if there is none. */
    public String text(String field) {
        return json.path(field).asText();
    }
}
