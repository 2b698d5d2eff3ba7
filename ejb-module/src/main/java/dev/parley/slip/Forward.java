package dev.parley.slip;

import dev.parley.conversation.Effect;

/** Send a slip on. */
public record Forward(Slip slip) implements Effect.OfPattern {}
