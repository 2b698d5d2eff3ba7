package dev.parley.process.engine;

import dev.parley.conversation.Particulars;
import dev.parley.conversation.Provision;
import dev.parley.directory.OperationResolution;
import dev.parley.directory.ServedOperation;
import dev.parley.message.InvalidBody;
import dev.parley.message.JsonText;
import dev.parley.process.KnownProcess;
import dev.parley.process.Versions;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A message that a process awaits, as the directory has it.
 *
 * @param process the process, in its current version
 * @param message what it awaits
 * @param versions knows the others
 */
record MessageResolution(KnownProcess process, String message, Versions versions) implements OperationResolution {

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

    /** The operation that sends a message to a process. */
    static String operation(String process, String message) {
        return process + SEPARATOR + message;
    }

    @Override
    public String name() {
        return operation(process.definition().name(), message);
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

    /** Those of all versions: an instance goes by its own. */
    @Override
    public Set<String> roles() {
        return versions.all(process.definition().name()).stream()
                .flatMap(version ->
                        Stream.ofNullable(version.definition().messages().get(message)))
                .flatMap(awaited -> awaited.roles().stream())
                .collect(Collectors.toSet());
    }

    @Override
    public Particulars particulars(Particulars given) {
        return Particulars.NONE.of(given.roles());
    }

    @Override
    public ServedOperation.Request read(String body) {
        InvalidBody.refuseIfAny(
                process.violations(message, JsonText.parseExactly(body)), "what message '" + name() + "' takes");
        return new Unread();
    }
}
