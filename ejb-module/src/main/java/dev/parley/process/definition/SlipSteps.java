package dev.parley.process.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.ParleyOperations;
import dev.parley.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Steps that send a slip on its way: the operation is Parley's own, and what undoes it has the slip go back. The
 * pointers of its itinerary are the slip's; those of its variables are the process's.
 */
final class SlipSteps {

    private static final String KIND = "slip";
    private static final String ITINERARY = "itinerary";
    private static final String VARIABLES = "variables";

    private SlipSteps() {}

    static Step read(Part step, Head head) {
        Part slip = step.part(KIND);
        Map<String, Value> order = new LinkedHashMap<>();
        if (slip.json().isObject()) {
            slip.only(List.of(ITINERARY, VARIABLES), List.of());
            order.put(ITINERARY, new Value.Literal(slip.get(ITINERARY)));
            Value variables = slip.valueOrNull(VARIABLES);
            if (variables != null) {
                order.put(VARIABLES, variables);
            }
        } else {
            step.refuse(KIND, "an object with an itinerary, and variables");
        }
        return new Step.Operation(head, ParleyOperations.SLIP, new Value.Members(order), null, step.flag("pivot"));
    }

    /** Whether a step is written as a slip. */
    static boolean isOne(Step.Operation step) {
        return step.operation().equals(ParleyOperations.SLIP) && itinerary(step) != null;
    }

    private static @Nullable JsonNode itinerary(Step.Operation step) {
        return step.input() instanceof Value.Members order
                        && order.members().get(ITINERARY) instanceof Value.Literal literal
                ? literal.json()
                : null;
    }

    /** What is known of the order before there is an instance. */
    static JsonNode known(Step.Operation step) {
        ObjectNode order = JsonNodeFactory.instance.objectNode();
        JsonNode itinerary = itinerary(step);
        if (itinerary != null && !itinerary.isMissingNode()) {
            order.set(ITINERARY, itinerary);
        }
        return order;
    }

    /** The operations on its route, as far as they are written as such. */
    static List<String> operations(Step.Operation step) {
        List<String> names = new ArrayList<>();
        known(step)
                .path(ITINERARY)
                .forEach(each -> names.add(each.path("operation").asText()));
        return names;
    }
}
