package dev.parley.renewal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.definition.DefinitionFields;
import dev.parley.message.Address;
import dev.parley.message.AddressPolicy;
import dev.parley.message.InvalidBody;
import dev.parley.message.JsonText;
import dev.parley.message.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what somebody asks of a pool. */
public final class GrantWishReader {

    private static final List<String> KNOWN = List.of("pingTo", "wait");
    private static final String NOBODY = "none";

    /** How long one can wait at most. */
    static final Duration LONGEST = Duration.ofDays(31);

    private final JsonNode json;
    private final AddressPolicy addresses;
    private final DefinitionFields fields = new DefinitionFields();

    private GrantWishReader(JsonNode json, AddressPolicy addresses) {
        this.json = json;
        this.addresses = addresses;
    }

    /**
     * What is in the text; of an empty one, nothing.
     *
     * @param addresses which addresses may be named; whether there is such a mailbox is not known here
     * @param byDefault where pings go if the text does not say; may be one that could not be named
     * @throws Refusal {@code body-not-json}, {@code body-invalid} or {@code address-refused} 400
     */
    public static GrantWish read(String body, AddressPolicy addresses, @Nullable Address byDefault) {
        if (body.isBlank()) {
            return new GrantWish(byDefault, Duration.ZERO);
        }
        GrantWishReader reader = new GrantWishReader(JsonText.parse(body), addresses);
        GrantWish wish = reader.wish(byDefault);
        InvalidBody.refuseIfAny(reader.fields.violations(), "a request for a grant");
        return wish;
    }

    private GrantWish wish(@Nullable Address byDefault) {
        if (json.isObject()) {
            fields.onlyThese(json, "", KNOWN, Set.of());
        } else {
            fields.refuse("", "an object such as {\"pingTo\": \"queue:reply.alice\", \"wait\": \"PT1M\"}");
        }
        Duration waiting = fields.duration(json, "", "wait", Duration.ZERO, Duration.ZERO, LONGEST);
        return new GrantWish(json.hasNonNull("pingTo") ? pingTo(json.path("pingTo")) : byDefault, waiting);
    }

    private @Nullable Address pingTo(JsonNode given) {
        String text = given.isTextual() ? given.textValue() : "";
        if (text.equals(NOBODY)) {
            return null;
        }
        Address address = Address.parse(text).orElse(null);
        if (address == null) {
            fields.refuse("/pingTo", "queue:NAME, mailbox:NAME, or none");
            return null;
        }
        if (!addresses.allows(address)) {
            throw new Refusal(Problems.addressRefused(address));
        }
        return address;
    }
}
