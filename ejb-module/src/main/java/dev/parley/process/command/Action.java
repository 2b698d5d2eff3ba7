package dev.parley.process.command;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What may be done with an instance as it stands.
 *
 * @param name the name of the command
 * @param step the step that it is given to; null for the instance
 * @param etag the entity tag that it has to name; null for none
 * @param force whether only force does it
 * @param operator whether only an operator may
 * @param until until when; null for as long as it stands so
 */
public record Action(
        String name,
        @Nullable String step,
        @Nullable String etag,
        boolean force,
        boolean operator,
        @Nullable Instant until) {}
