package dev.parley.renewal;

import dev.parley.message.Address;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A wish for a grant of a pool.
 *
 * @param pingTo where pings and notices go; null for a holder that looks
 * @param waiting how long to wait if nothing is free; zero not to wait
 */
public record GrantWish(@Nullable Address pingTo, Duration waiting) {}
