package dev.parley.topic.subscription;

import java.util.List;

/**
 * Those that take a turn in one transaction.
 *
 * @param names the names of the subscriptions
 * @param events how many events each of them gets at most
 * @param catchesUp true if they are far behind
 * @param gently true if they leave room for others
 */
public record Serving(List<String> names, int events, boolean catchesUp, boolean gently) {

    /** Nobody. */
    static final Serving NOBODY = new Serving(List.of(), 0, false, false);

    /** True if there is nobody. */
    public boolean isEmpty() {
        return names.isEmpty();
    }
}
