package dev.parley.topic;

import dev.parley.conversation.Event;
import dev.parley.message.Problem;
import org.jspecify.annotations.Nullable;

/**
 * It is known what came of publishing.
 *
 * @param reply what whoever asked is told, JSON text
 * @param problem why it was refused; null if it was not
 */
public record PublishDone(String reply, @Nullable Problem problem) implements Event.OfPattern {}
