package dev.parley.process.engine;

import dev.parley.conversation.Provision;
import dev.parley.directory.OperationResolution;
import dev.parley.directory.ServedOperation;
import dev.parley.message.JsonText;
import org.jspecify.annotations.Nullable;

/**
 * A message that a process awaits, as the directory has it.
 *
 * @param process the process
 * @param message what it awaits
 */
record MessageResolution(String process, String message) implements OperationResolution {

    private static final char SEPARATOR = '.';

    private record Unread() implements ServedOperation.Request {}

    /** The process that a message of that operation is for; null if it is none. */
    static @Nullable String process(String operation) {
        int end = operation.lastIndexOf(SEPARATOR);
        return end < 1 ? null : operation.substring(0, end);
    }

    /** The message that an operation is, without its process. */
    static String message(String operation) {
        return operation.substring(operation.lastIndexOf(SEPARATOR) + 1);
    }

    @Override
    public String name() {
        return process + SEPARATOR + message;
    }

    @Override
    public @Nullable ServedOperation method() {
        return null;
    }

    @Override
    public @Nullable Provision provision() {
        return null;
    }

    /** Its requests name the instance that they are for. */
    @Override
    public boolean namesAnother() {
        return true;
    }

    @Override
    public ServedOperation.Request read(String body) {
        JsonText.parseExactly(body);
        return new Unread();
    }
}
