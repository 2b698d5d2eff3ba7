package dev.parley.conversation;

import java.util.Map;

/**
 * What a request carries to a provider besides what every request does, because a conversation makes it.
 *
 * @param messageId its id: requests with the same one are the same message to the provider, in whatever exchange it is
 *     asked
 * @param properties by name
 */
public record Carried(String messageId, Map<String, String> properties) {

    public Carried {
        properties = Map.copyOf(properties);
    }
}
