package dev.parley.engine.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.message.Address;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All of a message but its body as JSON text, and back. A property that is no string says its type: {@code {"Integer":
 * "0"}}.
 */
public final class WireJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private WireJson() {}

    /** The JSON text of a message without its body. */
    public static String write(WireMessage message) {
        ObjectNode json = JSON.createObjectNode();
        json.put("to", message.to().toString());
        put(json, "type", message.type());
        put(json, "correlationId", message.correlationId());
        put(json, "replyTo", message.replyTo());
        put(json, "group", message.group());
        put(json, "delay", message.delay().isZero() ? null : message.delay());
        put(json, "expiresAt", message.expiresAt());
        ObjectNode properties = json.putObject("properties");
        message.properties().forEach((name, value) -> {
            if (value instanceof String text) {
                properties.put(name, text);
            } else {
                properties.putObject(name).put(value.getClass().getSimpleName(), value.toString());
            }
        });
        return json.toString();
    }

    private static void put(ObjectNode json, String name, @Nullable Object value) {
        if (value != null) {
            json.put(name, value.toString());
        }
    }

    /**
     * Reads what was written.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static WireMessage read(String headers, String body) {
        JsonNode json = parse(headers);
        String delay = text(json, "delay");
        String expiresAt = text(json, "expiresAt");
        return new WireMessage(
                address(json.path("to").asText()),
                text(json, "type"),
                text(json, "correlationId"),
                json.has("replyTo") ? address(json.path("replyTo").asText()) : null,
                text(json, "group"),
                properties(json.path("properties")),
                body,
                delay == null ? Duration.ZERO : Duration.parse(delay),
                expiresAt == null ? null : Instant.parse(expiresAt));
    }

    private static JsonNode parse(String headers) {
        try {
            return JSON.readTree(headers);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not the headers of a message: " + headers, e);
        }
    }

    private static @Nullable String text(JsonNode json, String name) {
        return json.has(name) ? json.path(name).asText() : null;
    }

    private static Address address(String text) {
        return Address.parse(text).orElseThrow(() -> new IllegalArgumentException("Not an address: " + text));
    }

    private static Map<String, Object> properties(JsonNode json) {
        Map<String, Object> properties = new HashMap<>();
        json.properties().forEach(p -> properties.put(p.getKey(), value(p.getValue())));
        return properties;
    }

    private static Object value(JsonNode json) {
        if (json.isTextual()) {
            return json.asText();
        }
        Map.Entry<String, JsonNode> typed = json.properties().iterator().next();
        String text = typed.getValue().asText();
        return switch (typed.getKey()) {
            case "Boolean" -> Boolean.valueOf(text);
            case "Byte" -> Byte.valueOf(text);
            case "Short" -> Short.valueOf(text);
            case "Integer" -> Integer.valueOf(text);
            case "Long" -> Long.valueOf(text);
            case "Float" -> Float.valueOf(text);
            case "Double" -> Double.valueOf(text);
            default -> text;
        };
    }
}
