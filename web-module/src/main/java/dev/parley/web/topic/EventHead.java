package dev.parley.web.topic;

import dev.parley.message.Refusal;
import dev.parley.topic.event.CloudEvents;
import dev.parley.topic.event.EventDraft;
import dev.parley.web.HttpProblem;
import dev.parley.web.IdempotencyKey;
import dev.parley.web.PageParameters;
import dev.parley.web.RequestHead;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The head of a request that publishes: it says whether the event is plain, or a CloudEvent in one of its two modes.
 *
 * @param headers the header fields
 * @param type what has happened, of a plain event; null if it does not say
 * @param subject what it is about, of a plain event; null if it does not say
 */
record EventHead(HttpHeaders headers, @Nullable String type, @Nullable String subject) {

    private static final String ATTRIBUTE = "ce-";
    private static final String STRUCTURED = "cloudevents+json";

    /**
     * Checks that the body is said to be one that can be read.
     *
     * @throws Refusal {@code unsupported-media-type}, {@code idempotency-key-invalid}
     */
    void require() {
        if (!isStructured()) {
            RequestHead.requireJson(headers.getMediaType());
        }
        key();
    }

    private @Nullable String key() {
        return IdempotencyKey.of(headers.getRequestHeader(IdempotencyKey.HEADER));
    }

    private boolean isStructured() {
        MediaType media = headers.getMediaType();
        if (media == null || !media.getType().equalsIgnoreCase("application")) {
            return false;
        }
        String charset = media.getParameters().get(MediaType.CHARSET_PARAMETER);
        if (charset != null && !charset.equalsIgnoreCase("utf-8")) {
            throw new Refusal(HttpProblem.of(415));
        }
        return media.getSubtype().equalsIgnoreCase(STRUCTURED);
    }

    /**
     * The event.
     *
     * @throws Refusal as {@link CloudEvents}
     */
    EventDraft event(String body) {
        if (isStructured()) {
            return CloudEvents.structured(body);
        }
        Map<String, String> attributes = attributes();
        return attributes.isEmpty()
                ? new EventDraft(key(), PageParameters.given(type), null, PageParameters.given(subject), Map.of(), body)
                : CloudEvents.binary(attributes, body);
    }

    private Map<String, String> attributes() {
        Map<String, String> attributes = new TreeMap<>();
        for (String name : headers.getRequestHeaders().keySet()) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.startsWith(ATTRIBUTE)) {
                String value = String.join(",", headers.getRequestHeader(name));
                attributes.put(lower.substring(ATTRIBUTE.length()), decoded(value));
            }
        }
        return attributes;
    }

    /** What no header field may have is written with percent signs there; a plus sign is one. */
    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value; // a percent sign that stands for itself
        }
    }
}
