package dev.parley.directory;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An operation that a pattern serves itself, to be shown.
 *
 * @param name its name
 * @param process the process that it begins, or sends a message to
 * @param schema the schema of its requests, JSON text; null for any JSON
 * @param messages the messages that the process awaits; empty for a message itself
 */
public record PatternOperation(String name, String process, @Nullable String schema, List<Message> messages) {

    public PatternOperation {
        messages = List.copyOf(messages);
    }

    /**
     * A message that a process awaits: an operation of its own.
     *
     * @param operation the operation that sends it
     * @param schema its schema, JSON text; null for any JSON
     * @param from who may send it; empty for anybody
     * @param key the attributes that its instance is found by; empty if it has to name one
     * @param start whether it begins an instance if there is none
     */
    public record Message(String operation, @Nullable String schema, Set<String> from, Set<String> key, boolean start) {

        public Message {
            from = Set.copyOf(from);
            key = Set.copyOf(key);
        }
    }
}
