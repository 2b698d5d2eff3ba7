package dev.parley.process.event;

import dev.parley.conversation.Event;

/**
 * What came of a {@link Bar}.
 *
 * @param key its key
 * @param begun whether somebody had taken the request before: then its answer is awaited as ever
 */
public record Withdrawn(String key, boolean begun) implements Event.OfPattern {}
