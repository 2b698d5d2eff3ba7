package dev.parley.exchange;

import dev.parley.conversation.Event;
import dev.parley.message.MessageKind;

/**
 * The answer of an operation that was to undo an exchange, after that had been told that there is none.
 *
 * @param kind a reply or a fault
 */
public record LateUndo(MessageKind kind) implements Event.OfPattern {}
