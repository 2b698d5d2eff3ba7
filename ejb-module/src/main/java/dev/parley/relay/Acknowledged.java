package dev.parley.relay;

import java.util.List;

/**
 * The result for locks that were acknowledged together.
 *
 * @param acknowledged those whose messages are removed
 * @param lost those that are not valid any more, or never were
 */
public record Acknowledged(List<String> acknowledged, List<String> lost) {

    public Acknowledged {
        acknowledged = List.copyOf(acknowledged);
        lost = List.copyOf(lost);
    }
}
