package dev.parley.definition;

import java.time.Instant;

/**
 * A definition that is nothing else besides.
 *
 * @param name the name that it was written by
 * @param version another after each change, and never the same again
 * @param owner the participant whose it is; empty if it is the operators'
 * @param definition what was written
 * @param updatedAt when
 * @param updatedBy by whom
 */
public record WrittenDefinition<D>(
        String name, long version, String owner, D definition, Instant updatedAt, String updatedBy)
        implements Defined<D> {}
