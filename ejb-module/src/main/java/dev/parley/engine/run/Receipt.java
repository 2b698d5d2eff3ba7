package dev.parley.engine.run;

import dev.parley.conversation.ConversationView;
import dev.parley.message.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The result of handling a request.
 *
 * @param view the conversation, as far as it is; null if the request was refused
 * @param problem why it was refused, or null
 */
public record Receipt(@Nullable ConversationView view, @Nullable Problem problem) {}
