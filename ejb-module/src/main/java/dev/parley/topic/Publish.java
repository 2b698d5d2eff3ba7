package dev.parley.topic;

import dev.parley.conversation.Effect;

/** Publish what a request says. */
public record Publish(PublishOrder order) implements Effect.OfPattern {}
