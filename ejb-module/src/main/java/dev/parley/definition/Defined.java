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

    /** The version: another after each change, and never the same again; the ETag. */
    long version();

    /** The participant whose it is; empty if it is nobody's, but the operators'. */
    String owner();

    /** The definition that was written. */
    D definition();

    /** The time at which it was written. */
    Instant updatedAt();

    /** The name of who wrote it. */
    String updatedBy();
}
