package dev.parley.conversation;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The particulars of a request that only some operations go by, and that mean nothing to any other; not checked before
 * it is known which one it is for. And what no operation goes by.
 *
 * @param version the version of a definition that it is to follow; null for the current one
 * @param notices what its requester wants to be told before the end, with commas; null for nothing
 * @param roles the roles of its sender, of those that matter to its operation
 * @param trace the {@code traceparent} of its sender; null if it is in no trace
 */
public record Particulars(
        @Nullable String version, @Nullable String notices, Set<String> roles, @Nullable String trace) {

    /** Nothing in particular. */
    public static final Particulars NONE = new Particulars(null, null, Set.of(), null);

    public Particulars {
        roles = Set.copyOf(roles);
    }

    /** Those of a request in no trace. */
    public Particulars(@Nullable String version, @Nullable String notices, Set<String> roles) {
        this(version, notices, roles, null);
    }

    /** The same in that trace. */
    public Particulars in(@Nullable String which) {
        return new Particulars(version, notices, roles, which);
    }

    /** The same of a sender who has these roles. */
    public Particulars of(Set<String> known) {
        return new Particulars(version, notices, known, trace);
    }
}
