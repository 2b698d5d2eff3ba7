package dev.parley.definition;

import java.time.Instant;

/**
 * A definition as it stands.
 *
 * @param <D> what is defined
 */
public interface Defined<D> {

    /** The name that it was written by. */
    String name();

    /** Its version: another after each change, and never the same again; the ETag. */
    long version();

    /** The participant whose it is; empty if it is nobody's, but the operators'. */
    String owner();

    /** What was written. */
    D definition();

    /** When it was written. */
    Instant updatedAt();

    /** By whom it was written. */
    String updatedBy();
}
