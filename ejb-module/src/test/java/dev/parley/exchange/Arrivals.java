package dev.parley.exchange;

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
final class Arrivals {

    static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    static final RequestLimits LIMITS = new RequestLimits(
            1000, Duration.ofHours(1), Duration.ofDays(30), new AddressPolicy(List.of("reply.*")), 10);

    private String type = "place-order";
    private String correlationId;
    private Address replyTo = Address.queue("reply.alice");
    private final Map<String, String> properties = new HashMap<>();
    private Instant expiresAt;
    private String user;
    private String group;

    Arrivals type(String value) {
        type = value;
        return this;
    }

    Arrivals correlationId(String value) {
        correlationId = value;
        return this;
    }

    Arrivals replyTo(Address value) {
        replyTo = value;
        return this;
    }

    Arrivals with(String property, String value) {
        properties.put(property, value);
        return this;
    }

    Arrivals expiresAt(Instant value) {
        expiresAt = value;
        return this;
    }

    Arrivals user(String value) {
        user = value;
        return this;
    }

    Arrivals group(String value) {
        group = value;
        return this;
    }

    Arrival arrival() {
        return new Arrival(
                type, "ID:1", correlationId, replyTo, properties, expiresAt, false, group, user, "{\"a\":1}", null);
    }
}
