package dev.parley.conversation.gathering;

import dev.parley.conversation.Event;
import dev.parley.message.Address;
import dev.parley.message.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * It is known who is asked.
 *
 * @param expected by their names
 * @param requests those of them who are sent a request now; their names are their addresses
 * @param operation what they are asked for; empty if nobody is sent a request
 * @param body the request
 * @param problem why nobody can be asked; null if somebody is
 */
public record Asked(
        List<String> expected, List<Address> requests, String operation, String body, @Nullable Problem problem)
        implements Event.OfPattern {

    public Asked {
        expected = List.copyOf(expected);
        requests = List.copyOf(requests);
    }

    /** Those are asked, and know it. */
    public static Asked of(List<String> expected) {
        return new Asked(expected, List.of(), "", "", null);
    }

    /** These providers are asked. */
    public static Asked providers(List<Address> providers, String operation, String body) {
        List<String> names = providers.stream().map(Address::toString).toList();
        return new Asked(names, providers, operation, body, null);
    }

    /** Nobody can be asked. */
    public static Asked nobody(Problem problem) {
        return new Asked(List.of(), List.of(), "", "", problem);
    }
}
