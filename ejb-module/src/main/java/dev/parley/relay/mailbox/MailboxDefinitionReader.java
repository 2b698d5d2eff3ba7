package dev.parley.relay.mailbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.definition.DefinitionFields;
import dev.parley.message.AddressPolicy;
import dev.parley.message.InvalidBody;
import dev.parley.message.JsonText;
import dev.parley.message.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads what a mailbox is to be like, and says of all that is wrong with it at once what is expected. What only reading shows is ignored, so that what was read can
 * be changed and written.
 */
public final class MailboxDefinitionReader {

    private static final List<String> KNOWN =
            List.of("owner", "senders", "lock", "timeToLive", "maxDeliveries", "messages", "bytes");
    private static final Set<String> SHOWN_ONLY =
            Set.of("name", "ready", "locked", "delayed", "waiting", "dead", "size", "oldest", "updatedAt", "updatedBy");
    private static final Duration LONGEST_TIME_TO_LIVE = Duration.ofDays(366);
    private static final int MOST_DELIVERIES = 1000;
    private static final long MOST_MESSAGES = 1_000_000_000;
    private static final long MOST_BYTES = 1L << 50;
    private static final int MOST_SENDERS = 1000;
    private static final int LONGEST_USER = 255;

    /** What a mailbox can be called; not what means another place in a path. */
    public static final Pattern NAME = AddressPolicy.MAILBOX;

    private final JsonNode json;
    private final DefinitionFields fields = new DefinitionFields();

    private MailboxDefinitionReader(JsonNode json) {
        this.json = json;
    }

    /**
     * What is in the text.
     *
     * @param owner whose it is if the text does not say
     * @throws Refusal {@code body-not-json} or {@code body-invalid}
     */
    public static MailboxDefinition read(String name, String body, String owner) {
        MailboxDefinitionReader reader = new MailboxDefinitionReader(JsonText.parseExactly(body));
        MailboxDefinition definition = reader.definition(owner);
        InvalidBody.refuseIfAny(reader.fields.violations(), "a definition of mailbox '" + name + "'");
        return definition;
    }

    /**
     * What was stored, which was read before.
     *
     * @throws IllegalStateException if this version cannot read it
     */
    public static MailboxDefinition stored(String name, String definition) {
        try {
            return read(name, definition, "");
        } catch (Refusal e) {
            throw new IllegalStateException("The definition of mailbox '" + name + "' cannot be read", e);
        }
    }

    private MailboxDefinition definition(String owner) {
        MailboxDefinition defaults = MailboxDefinition.of(owner);
        if (!json.isObject()) {
            fields.refuse("", "an object");
            return defaults;
        }
        fields.onlyThese(json, "", KNOWN, SHOWN_ONLY);
        return new MailboxDefinition(
                owner(owner),
                senders(),
                fields.duration(
                        json,
                        "",
                        "lock",
                        defaults.lock(),
                        MailboxDefinition.SHORTEST_LOCK,
                        MailboxDefinition.LONGEST_LOCK),
                fields.duration(
                        json, "", "timeToLive", defaults.timeToLive(), Duration.ofSeconds(1), LONGEST_TIME_TO_LIVE),
                fields.whole(json, "", "maxDeliveries", defaults.maxDeliveries(), 1, MOST_DELIVERIES),
                whole("messages", defaults.messages(), MOST_MESSAGES),
                whole("bytes", defaults.bytes(), MOST_BYTES));
    }

    private String owner(String byDefault) {
        JsonNode owner = json.path("owner");
        if (!json.hasNonNull("owner")) {
            return byDefault;
        }
        if (!isUser(owner)) {
            fields.refuse("/owner", "the name of a user");
        }
        return owner.asText();
    }

    private List<String> senders() {
        List<String> senders = new ArrayList<>();
        if (!json.hasNonNull("senders")) {
            return senders;
        }
        JsonNode given = json.path("senders");
        if (!given.isArray() || given.size() > MOST_SENDERS) {
            fields.refuse("/senders", "an array of at most " + MOST_SENDERS + " names of users, or [\"*\"] for all");
            return senders;
        }
        for (int i = 0; i < given.size(); i++) {
            if (!isUser(given.get(i))) {
                fields.refuse("/senders/" + i, "the name of a user, or * for all");
            } else if (!senders.contains(given.get(i).textValue())) {
                senders.add(given.get(i).textValue());
            }
        }
        return senders;
    }

    private static boolean isUser(JsonNode value) {
        return value.isTextual()
                && !value.textValue().isBlank()
                && value.textValue().length() <= LONGEST_USER
                && value.textValue().chars().noneMatch(Character::isISOControl);
    }

    private long whole(String member, long byDefault, long most) {
        JsonNode value = json.path(member);
        if (!json.hasNonNull(member)) {
            return byDefault;
        }
        if (value.isIntegralNumber()
                && value.canConvertToLong()
                && value.longValue() >= 1
                && value.longValue() <= most) {
            return value.longValue();
        }
        fields.refuse("/" + member, "an integer from 1 to " + most);
        return byDefault;
    }
}
