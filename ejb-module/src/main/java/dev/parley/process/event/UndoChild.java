package dev.parley.process.event;

import dev.parley.conversation.Effect;
import java.time.Instant;

/**
 * Have another process, which has ended, undo itself. It is answered as {@link Effect.Ask} is: with a reply when it
 * has, with a fault if it cannot.
 *
 * @param key the key of the answer
 * @param asked the key under which that process was asked for
 * @param deadline when an answer would be too late
 */
public record UndoChild(String key, String asked, Instant deadline) implements Effect.OfPattern {}
