package dev.parley.slip;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The order to send a slip on its way.
 *
 * @param itinerary the steps, in order
 * @param variables what the steps' arguments can point at
 * @param kept whether it can be looked at while it travels
 * @param events who is told of it; null for nobody
 * @param deadline how long it may take; null for what is configured
 */
public record SlipOrder(
        List<SlipStep> itinerary,
        ObjectNode variables,
        boolean kept,
        @Nullable SlipEvents events,
        @Nullable Duration deadline) {

    public SlipOrder {
        itinerary = List.copyOf(itinerary);
    }
}
