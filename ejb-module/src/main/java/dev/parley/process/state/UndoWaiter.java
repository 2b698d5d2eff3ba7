package dev.parley.process.state;

import dev.parley.message.Address;
import org.jspecify.annotations.Nullable;

/**
 * The process that waits for another one to be undone.
 *
 * @param key the key of the answer
 * @param address where it is; null for the one that had asked for the other
 */
public record UndoWaiter(String key, @Nullable Address address) {}
