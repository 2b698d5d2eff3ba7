package dev.parley.definition;

import java.time.Instant;

/** A definition that is nothing else besides. */
public record Entry<D>(String name, long version, String owner, D definition, Instant updatedAt, String updatedBy)
        implements Defined<D> {}
