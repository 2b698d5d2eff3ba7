package dev.parley.slip;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.definition.Fields;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads itineraries, and says of all that is wrong with one, each by its pointer, what was expected. */
final class ItineraryReader {

    private static final Pattern OPERATION = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    private static final String NAME = ": 1 to 100 letters, digits, '.', '-' or '_'";
    private static final Duration LEAST = Duration.ofMillis(1);
    private static final Duration MOST = Duration.ofDays(365);
    private static final Duration EXAMPLE = Duration.ofMinutes(1);

    private final Fields fields;
    private final SlipOffers offers;

    ItineraryReader(Fields fields, SlipOffers offers) {
        this.fields = fields;
        this.offers = offers;
    }

    /**
     * The itinerary that a member is; it has to be there.
     *
     * @param most steps at most
     */
    List<SlipStep> read(String member, int most) {
        JsonNode given = fields.given(member);
        if (given == null || !given.isArray() || given.isEmpty() || given.size() > most) {
            fields.refuse(member, "an array of 1 to " + most + " steps, which is required");
            return List.of();
        }
        SlipOffers offered = offers.among(named(given));
        List<SlipStep> steps = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            String at = Fields.pointer("", member) + "/" + i;
            if (given.get(i).isObject()) {
                steps.add(fields.object(given.get(i), at, Set.of(), step -> step(step, at, offered)));
            } else {
                fields.refuseAt(at, "an object with the operation of the step");
            }
        }
        return List.copyOf(steps);
    }

    /** Whatever is named, so that it is looked up together, however many steps there are. */
    private static Set<String> named(JsonNode itinerary) {
        Set<String> names = new HashSet<>();
        for (JsonNode step : itinerary) {
            names.add(step.path("operation").asText());
            names.add(step.path("compensation").asText());
        }
        names.removeIf(name -> !OPERATION.matcher(name).matches());
        return names;
    }

    private static SlipStep step(Fields step, String at, SlipOffers offers) {
        JsonNode arguments = step.given("arguments");
        if (arguments != null) {
            Arguments.check(arguments, Fields.pointer(at, "arguments"), step);
        }
        if (!step.has("operation")) {
            step.refuse("operation", "the name of an operation, which is required");
        }
        String operation = name(step, "operation", offers);
        String compensation = name(step, "compensation", offers);
        Duration timeout = step.has("timeout") ? step.duration("timeout", EXAMPLE, LEAST, MOST) : null;
        String as = name(step, "as", VARIABLE, "the name of a variable");
        return new SlipStep(
                operation == null ? "" : operation,
                arguments == null ? JsonNodeFactory.instance.objectNode() : arguments,
                compensation == null ? known(step, operation, offers) : compensation,
                timeout,
                as,
                step.flag("mayRevise", false));
    }

    /** The compensation that the directory has: it is looked for now, and not when it is needed. */
    private static @Nullable String known(Fields step, @Nullable String operation, SlipOffers offers) {
        String compensation = operation == null ? null : offers.compensation(operation);
        if (compensation != null && !offers.isServed(compensation)) {
            step.refuse(
                    "operation", "an operation whose compensation is served here: there is no '" + compensation + "'");
        }
        return compensation;
    }

    private static @Nullable String name(Fields step, String member, SlipOffers offers) {
        String name = name(step, member, OPERATION, "the name of an operation");
        if (name != null && !offers.isServed(name)) {
            step.refuse(member, "an operation that is served here: there is no '" + name + "'");
        }
        return name;
    }

    private static @Nullable String name(Fields step, String member, Pattern form, String what) {
        String name = step.value(
                member,
                "",
                what + NAME,
                given -> given.isTextual() && form.matcher(given.textValue()).matches(),
                JsonNode::textValue);
        return name.isEmpty() ? null : name;
    }
}
