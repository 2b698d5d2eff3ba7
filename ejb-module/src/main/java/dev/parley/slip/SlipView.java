package dev.parley.slip;

import dev.parley.conversation.Conversation;
import org.jspecify.annotations.Nullable;

/**
 * A slip to be shown.
 *
 * @param conversation the conversation in which it is kept
 * @param slip as it was seen last
 * @param waitsFor the hop whose answer it waits for; null if it travels, or has ended
 */
public record SlipView(Conversation conversation, Slip slip, @Nullable String waitsFor) {}
