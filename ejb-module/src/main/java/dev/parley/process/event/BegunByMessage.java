package dev.parley.process.event;

import dev.parley.conversation.Event;
import java.util.Map;

/**
 * A message came to a process that has no instance for it, and begins one.
 *
 * @param requested the message, as the request of the instance
 * @param key what it has to be found by for the next such message
 */
public record BegunByMessage(Event.Requested requested, Map<String, String> key) implements Event.OfPattern {

    public BegunByMessage {
        key = Map.copyOf(key);
    }
}
