package dev.parley.renewal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.definition.Fields;
import dev.parley.message.Address;
import dev.parley.message.AddressPolicy;
import dev.parley.message.JsonText;
import dev.parley.message.Refusal;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The reader of what somebody asks of a pool. */
public final class GrantWishReader {

    private static final Fields.Body WISH = new Fields.Body(
            "a request for a grant",
            "an object such as {\"pingTo\": \"queue:reply.alice\", \"wait\": \"PT1M\"}",
            Set.of());
    private static final String NOBODY = "none";

    /** The time that one can wait at most. */
    static final Duration LONGEST = Duration.ofDays(31);

    private GrantWishReader() {}

    /**
     * The wish that is in a text. An empty text wishes for pings to the default address, and for no waiting.
     *
     * @param addresses which addresses may be named; whether there is such a mailbox is not known here
     * @param byDefault where pings go if the text does not say; may be one that could not be named
     * @throws Refusal {@code body-not-json}, {@code body-invalid} or {@code address-refused} 400
     */
    public static GrantWish read(String body, AddressPolicy addresses, @Nullable Address byDefault) {
        if (body.isBlank()) {
            return new GrantWish(byDefault, Duration.ZERO);
        }
        return WISH.read(JsonText.parse(body), fields -> wish(fields, addresses, byDefault));
    }

    private static GrantWish wish(Fields fields, AddressPolicy addresses, @Nullable Address byDefault) {
        JsonNode pingTo = fields.given("pingTo");
        Duration waiting = fields.duration("wait", Duration.ZERO, Duration.ZERO, LONGEST);
        return new GrantWish(pingTo == null ? byDefault : pingTo(pingTo, fields, addresses), waiting);
    }

    private static @Nullable Address pingTo(JsonNode given, Fields fields, AddressPolicy addresses) {
        String text = given.isTextual() ? given.textValue() : "";
        if (text.equals(NOBODY)) {
            return null;
        }
        Address address = Address.parse(text).orElse(null);
        if (address == null) {
            fields.refuse("pingTo", "queue:NAME, mailbox:NAME, or none");
            return null;
        }
        if (!addresses.allows(address)) {
            throw new Refusal(RenewalProblems.addressRefused(address));
        }
        return address;
    }
}
