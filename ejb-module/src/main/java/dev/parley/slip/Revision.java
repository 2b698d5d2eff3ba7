package dev.parley.slip;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.definition.Fields;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the steps that a step wants after it instead of those that there are. */
final class Revision {

    private static final String MEMBER = "itinerary";
    private static final Fields.Body BODY = new Fields.Body("a route", "an object with the itinerary", Set.of());

    private Revision() {}

    /**
     * The steps, of which there may be none.
     *
     * @throws dev.parley.message.Refusal {@code body-invalid}
     */
    static List<SlipStep> read(@Nullable JsonNode itinerary, int most, SlipOffers offers) {
        if (itinerary == null || (itinerary.isArray() && itinerary.isEmpty())) {
            return List.of();
        }
        JsonNode body = JsonNodeFactory.instance.objectNode().set(MEMBER, itinerary);
        return BODY.read(body, fields -> new ItineraryReader(fields, offers).read(MEMBER, most));
    }
}
