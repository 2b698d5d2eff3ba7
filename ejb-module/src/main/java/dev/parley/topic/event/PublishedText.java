package dev.parley.topic.event;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The text that a publisher is answered with who does not publish over HTTP. */
public final class PublishedText {

    private PublishedText() {}

    /** The text. */
    public static String of(Published published) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("topic", published.topic())
                .put("messageId", published.messageId());
        if (published.conversationId() != null) {
            json.put("conversationId", published.conversationId());
        }
        return json.toString();
    }
}
