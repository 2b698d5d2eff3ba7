package dev.parley.conversation.gathering;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.message.MessageKind;
import java.time.Instant;

/**
 * The answer of one of those who were asked.
 *
 * @param from who it is
 * @param at when it came
 * @param kind a reply or a fault
 * @param body what it says
 */
public record GatheredAnswer(String from, Instant at, MessageKind kind, JsonNode body) {

    boolean isReply() {
        return kind == MessageKind.REPLY;
    }
}
