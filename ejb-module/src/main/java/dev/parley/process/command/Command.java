package dev.parley.process.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a person wants done with an instance. */
public sealed interface Command {

    /** Its name on the wire. */
    default String name() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /**
     * End it, and undo what it has done.
     *
     * @param force although its pivot was done
     */
    record Cancel(boolean force) implements Command {}

    /** Begin nothing, neither steps nor undoing, until it is resumed. */
    record Pause() implements Command {}

    /** Go on. */
    record Resume() implements Command {}

    /**
     * Begin a new instance with what this one, which has ended, had done before a step.
     *
     * @param from the step that it begins with
     * @param as the id of the new one
     */
    record Rerun(String from, String as) implements Command {}

    /** A command to one step. */
    sealed interface OfStep extends Command {

        /** The id of the step. */
        String step();

        /** The entity tag of the step, as whoever gives the command has seen it. */
        String etag();
    }

    /**
     * Try it again at once.
     *
     * @param input the request, or that of its compensation; null for the same
     */
    record Retry(String step, String etag, @Nullable JsonNode input) implements OfStep {}

    /**
     * Go on without it; what it should have undone is written off.
     *
     * @param reply what others find as its reply; null for nothing
     */
    record Skip(String step, String etag, @Nullable JsonNode reply) implements OfStep {}

    /**
     * It is known what came of it.
     *
     * @param reply that it was done; null if it was not
     * @param fault why it was not; null if it was
     */
    record Resolve(String step, String etag, @Nullable JsonNode reply, @Nullable JsonNode fault) implements OfStep {}

    /**
     * Ask another operation instead.
     *
     * @param input its request; null for the same
     */
    record Replace(String step, String etag, String operation, @Nullable JsonNode input) implements OfStep {}
}
