package dev.parley.topic.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.definition.Fields;
import dev.parley.message.Address;
import dev.parley.message.AddressPolicy;
import dev.parley.message.Backoff;
import dev.parley.message.Refusal;
import dev.parley.topic.webhook.WebhookUrl;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The reader of what a subscription is to be like, which says of all that is wrong with it at once what is expected.
 * What only reading shows is ignored, so that what was read can be changed and written.
 */
public final class SubscriptionDefinitionReader {

    /** The pauses that hold if nothing is said. */
    public static final Backoff DEFAULT_RETRY = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5));

    /** The number of tries if nothing is said. */
    public static final int DEFAULT_DELIVERIES = 20;

    private static final Set<String> SHOWN_ONLY = Set.of(
            "name",
            "topic",
            "owner",
            "sequence",
            "lag",
            "oldest",
            "failing",
            "failures",
            "status",
            "reason",
            "delivered",
            "parked",
            "dropped",
            "missed",
            "actions",
            "updatedAt",
            "updatedBy");
    private static final String TO =
            "queue:NAME, mailbox:NAME or operation:NAME, of letters, digits, '.', '-' or '_', or https://…";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,200}");
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);
    private static final int MOST_DELIVERIES = 1000;

    private SubscriptionDefinitionReader() {}

    /**
     * The definition that is in a text.
     *
     * @throws Refusal {@code body-not-json} or {@code body-invalid}
     */
    public static SubscriptionDefinition read(String name, String text) {
        return read(name, text, Address::parse);
    }

    /**
     * The definition that was stored, with the mark of whose its mailbox is.
     *
     * @throws Refusal as {@link #read}
     */
    static SubscriptionDefinition readStored(String name, String text) {
        return read(name, text, Address::parseStored);
    }

    private static SubscriptionDefinition read(
            String name, String text, Function<String, Optional<Address>> addresses) {
        return new Fields.Body(
                        "a definition of subscription '" + name + "'",
                        "an object such as {\"to\": \"queue:reply.billing\"}",
                        SHOWN_ONLY)
                .read(text, fields -> definition(fields, addresses));
    }

    private static SubscriptionDefinition definition(Fields fields, Function<String, Optional<Address>> addresses) {
        return new SubscriptionDefinition(
                to(fields, addresses),
                filter(fields),
                from(fields),
                fields.object("retry", DEFAULT_RETRY, SubscriptionDefinitionReader::retry),
                fields.whole("maxDeliveries", DEFAULT_DELIVERIES, 1, MOST_DELIVERIES),
                onExhausted(fields));
    }

    private static Address to(Fields fields, Function<String, Optional<Address>> addresses) {
        JsonNode given = fields.given("to");
        Address nowhere = Address.queue("nowhere");
        if (given == null) {
            fields.refuse("to", TO + ", which is required");
            return nowhere;
        }
        if (given.isTextual() && given.textValue().matches("(?i)https?:.*")) {
            return webhook(given.textValue(), fields);
        }
        return addresses
                .apply(given.isTextual() ? given.textValue() : "")
                .filter(SubscriptionDefinitionReader::isTarget)
                .orElseGet(() -> {
                    fields.refuse("to", TO);
                    return nowhere;
                });
    }

    private static Address webhook(String text, Fields fields) {
        Optional<WebhookUrl> url = WebhookUrl.parse(text);
        if (url.isEmpty()) {
            fields.refuse("to", WebhookUrl.EXPECTED);
        }
        return Address.webhook(url.map(WebhookUrl::toString).orElse(text));
    }

    private static boolean isTarget(Address address) {
        return switch (address.kind()) {
            case QUEUE, OPERATION -> NAME.matcher(address.name()).matches();
            case MAILBOX -> AddressPolicy.MAILBOX.matcher(address.name()).matches();
            case TEMPORARY, CONVERSATION, WEBHOOK -> false;
        };
    }

    private static @Nullable JsonNode filter(Fields fields) {
        JsonNode filter = fields.given("filter");
        if (filter != null) {
            fields.refuseAll(EventFilter.violations(filter, "/filter"));
        }
        return filter;
    }

    private static Start from(Fields fields) {
        return fields.value(
                "from",
                Start.NOW,
                Start.EXPECTED,
                given -> given.isTextual() && Start.parse(given.textValue()).isPresent(),
                given -> Start.parse(given.textValue()).orElse(Start.NOW));
    }

    private static Backoff retry(Fields fields) {
        Duration backoff = fields.duration("backoff", DEFAULT_RETRY.first(), Duration.ofMillis(100), LONGEST_PAUSE);
        Duration longest = DEFAULT_RETRY.longest().compareTo(backoff) > 0 ? DEFAULT_RETRY.longest() : backoff;
        Duration maximum = fields.duration("maximum", longest, Duration.ofMillis(100), LONGEST_PAUSE);
        if (maximum.compareTo(backoff) < 0) {
            fields.refuse("maximum", "a duration of at least backoff, which is " + backoff);
        }
        return new Backoff(backoff, maximum);
    }

    private static OnExhausted onExhausted(Fields fields) {
        return fields.value(
                "onExhausted",
                OnExhausted.PARK,
                "park, pause or drop",
                given -> given.isTextual() && OnExhausted.of(given.textValue()).isPresent(),
                given -> OnExhausted.of(given.textValue()).orElse(OnExhausted.PARK));
    }
}
