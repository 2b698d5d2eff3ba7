package dev.parley.topic.event;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The text that a publisher over JMS is answered with. */
final class PublishedText {

    private PublishedText() {}

    static String of(Published published) {
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
