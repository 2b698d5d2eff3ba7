package dev.parley.conversation.request;

import dev.parley.conversation.RequestLimits;
import dev.parley.message.Address;
import dev.parley.message.AddressPolicy;
import dev.parley.message.Arrival;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Messages for tests: in order, unless something is changed. */
public final class Arrivals {

    public static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    public static final RequestLimits LIMITS = new RequestLimits(
            1000, Duration.ofHours(1), Duration.ofDays(30), new AddressPolicy(List.of("reply.*")), 10);

    private String type = "place-order";
    private String correlationId;
    private Address replyTo = Address.queue("reply.alice");
    private final Map<String, String> properties = new HashMap<>();
    private Instant expiresAt;
    private String user;
    private String group;

    public Arrivals type(String value) {
        type = value;
        return this;
    }

    public Arrivals correlationId(String value) {
        correlationId = value;
        return this;
    }

    public Arrivals replyTo(Address value) {
        replyTo = value;
        return this;
    }

    public Arrivals with(String property, String value) {
        properties.put(property, value);
        return this;
    }

    public Arrivals expiresAt(Instant value) {
        expiresAt = value;
        return this;
    }

    public Arrivals user(String value) {
        user = value;
        return this;
    }

    public Arrivals group(String value) {
        group = value;
        return this;
    }

    public Arrival arrival() {
        return new Arrival(
                type, "ID:1", correlationId, replyTo, properties, expiresAt, false, group, user, "{\"a\":1}", null);
    }
}
