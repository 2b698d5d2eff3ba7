package dev.parley.it.load;

import dev.parley.it.client.Json;
import dev.parley.it.client.Samples;
import java.util.function.UnaryOperator;

/**
 * What requesters ask for.
 *
 * @param operation the operation
 * @param body the request with that message id
 */
record Errand(String operation, UnaryOperator<String> body) {

    /** What a method in the EAR does. */
    static final Errand ORDER = new Errand(Samples.PLACE_ORDER, id -> Samples.order());

    /** What a {@link Provider} outside of the EAR does, who is told the message id. */
    static final Errand QUOTE = new Errand("quote", id -> Json.object("item", id));
}
