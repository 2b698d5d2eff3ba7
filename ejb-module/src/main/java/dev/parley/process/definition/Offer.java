package dev.parley.process.definition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.message.Violation;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An operation, as far as processes need to know it. */
public interface Offer {

    /** Who serves it. */
    Kind kind();

    /** Who serves operations. */
    enum Kind {
        /** A method in the EAR: whether it was done is always known. */
        BEAN,
        /** Another process: it undoes itself. */
        PROCESS,
        /** Somebody outside: silence says nothing. */
        PROVIDER
    }

    /** The operation that undoes it; null for none. */
    @Nullable
    String compensation();

    /** The operation that says whether it was done; null for none. */
    @Nullable
    String outcome();

    /** As a compensation: whether it can do without the reply of what it undoes. */
    boolean undoesUnknown();

    /** As a compensation: whether its request is the reply of what it undoes, and nothing besides. */
    default boolean takesReply() {
        return false;
    }

    /** The members that a request to it has to have, as far as that is known. */
    default Set<String> needs() {
        return Set.of();
    }

    /** The members that its reply may have; null if that is not known. */
    default @Nullable Set<String> replies() {
        return null;
    }

    /** Whether a request that has been undone before it was taken is never taken any more. */
    boolean fenced();

    /** Where a request differs from its schema; empty if nowhere. */
    List<Violation> violations(JsonNode request);

    /** Of a process: itself, whatever it was asked as, the processes that it asks, and those that these ask. */
    Set<String> asks();

    /** Of a process: whether something in it cannot be undone. */
    boolean pivots();

    /** Of a process: whether it undoes itself where no other operation is named for that. */
    default boolean undoesItself() {
        return kind() == Kind.PROCESS && !pivots();
    }
}
