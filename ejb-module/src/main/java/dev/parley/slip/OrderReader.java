package dev.parley.slip;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.definition.Fields;
import dev.parley.message.Address;
import dev.parley.message.InvalidBody;
import dev.parley.message.JsonText;
import dev.parley.message.Refusal;
import dev.parley.message.Violation;
import dev.parley.slip.seal.CanonicalJson;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads orders of slips, and says of all that is wrong with one, each by its pointer, what was expected. */
public final class OrderReader {

    private static final Fields.Body BODY = new Fields.Body(
            "an order of a slip", "an object with itinerary, variables, kept, events and deadline", Set.of());
    private static final Duration LONGEST = Duration.ofDays(3660);
    private static final Duration LEAST = Duration.ofMillis(1);
    private static final Duration EXAMPLE = Duration.ofMinutes(10);

    private final SlipLimits limits;
    private final Duration longest;
    private final SlipOffers offers;
    private final Predicate<Address> writable;

    /**
     * @param longest the longest that a slip may take
     * @param writable whether whoever orders may have an address written to
     */
    public OrderReader(SlipLimits limits, Duration longest, SlipOffers offers, Predicate<Address> writable) {
        this.limits = limits;
        this.longest = longest;
        this.offers = offers;
        this.writable = writable;
    }

    /** A reader of orders that are asked for as operations are: whoever asks is answered, and nobody else is told. */
    public OrderReader(SlipLimits limits, SlipOffers offers) {
        this(limits, LONGEST, offers, to -> false);
    }

    /**
     * The order that a request to {@code parley.slip} is.
     *
     * @throws Refusal {@code slip-too-large}, {@code body-not-json} or {@code body-invalid}
     */
    public SlipOrder readAsked(String text) {
        limits.refuseLarger(text);
        JsonNode json = JsonText.parseExactly(text);
        if (json.hasNonNull("events")) {
            InvalidBody.refuseIfAny(
                    List.of(new Violation("/events", "nothing: whoever asks for a slip is answered when it has ended")),
                    "an order of a slip");
        }
        return BODY.read(json, fields -> order(json, fields));
    }

    /** An order that was read before: what was there then may be gone by now, which its step will find. */
    SlipOrder readKnown(String text) {
        return new OrderReader(limits, longest, new Known(offers), writable).read(text);
    }

    private record Known(SlipOffers offers) implements SlipOffers {

        @Override
        public boolean isServed(String operation) {
            return true;
        }

        @Override
        public boolean takesReply(String operation) {
            return offers.takesReply(operation);
        }

        @Override
        public boolean isAlwaysKnown(String operation) {
            return offers.isAlwaysKnown(operation);
        }

        @Override
        public @Nullable String compensation(String operation) {
            return offers.compensation(operation);
        }

        @Override
        public SlipOffers among(Collection<String> operations) {
            return new Known(offers.among(operations));
        }
    }

    /**
     * The order that a text is.
     *
     * @throws Refusal {@code body-not-json} or {@code body-invalid}
     */
    public SlipOrder read(String text) {
        JsonNode json = JsonText.parseExactly(text);
        return BODY.read(json, fields -> order(json, fields));
    }

    private SlipOrder order(JsonNode json, Fields fields) {
        List<SlipStep> itinerary = new ItineraryReader(fields, offers).read("itinerary", limits.hops());
        JsonNode variables = fields.<JsonNode>value(
                "variables",
                JsonNodeFactory.instance.objectNode(),
                "an object, whose members are the variables",
                JsonNode::isObject,
                given -> given);
        String misfit = CanonicalJson.misfit(json);
        if (misfit != null) {
            fields.refuseAt(misfit, "a number that a double has exactly; send others as text");
        }
        Duration deadline = fields.has("deadline") ? fields.duration("deadline", EXAMPLE, LEAST, longest) : null;
        return new SlipOrder(
                itinerary,
                (ObjectNode) variables,
                fields.flag("kept", false),
                fields.object("events", Optional.<SlipEvents>empty(), this::events)
                        .orElse(null),
                deadline);
    }

    private Optional<SlipEvents> events(Fields fields) {
        Set<SlipEvents.On> on = on(fields);
        String to = text(fields.given("to"));
        Optional<Address> address = Address.parse(to).filter(writable);
        if (address.isEmpty()) {
            fields.refuse("to", "queue:NAME or mailbox:NAME, to which the sender may have messages sent");
        }
        return address.map(allowed -> new SlipEvents(allowed, on));
    }

    private static String text(@Nullable JsonNode given) {
        return given != null && given.isTextual() ? given.textValue() : "";
    }

    private static Set<SlipEvents.On> on(Fields fields) {
        JsonNode given = fields.given("on");
        if (given == null) {
            return EnumSet.allOf(SlipEvents.On.class);
        }
        Set<SlipEvents.On> on = new HashSet<>();
        given.forEach(name -> EnumSet.allOf(SlipEvents.On.class).stream()
                .filter(each -> name.isTextual() && each.label().equals(name.textValue()))
                .forEach(on::add));
        if (!given.isArray() || on.isEmpty() || on.size() != given.size()) {
            fields.refuse("on", "an array of completed, faulted, stuck, each at most once");
        }
        return on;
    }
}
