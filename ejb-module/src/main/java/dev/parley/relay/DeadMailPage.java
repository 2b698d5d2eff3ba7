package dev.parley.relay;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of dead letters, in the order in which they were sent.
 *
 * @param messages at most as many as were asked for
 * @param next the cursor of the next page; null if this is the last
 */
public record DeadMailPage(List<DeadMail> messages, @Nullable String next) {

    public DeadMailPage {
        messages = List.copyOf(messages);
    }
}
