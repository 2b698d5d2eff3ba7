package dev.parley.topic.event;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** The text that a publisher over JMS is answered with. */
final class PublishedText {

    private PublishedText() {}

    static String of(Published published) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("topic", published.topic())
                .put("messageId", published.messageId())
                .toString();
    }
}
