package dev.parley.process.event;

import dev.parley.conversation.Event;
import dev.parley.message.MessageKind;

/**
 * Somebody who was asked for a step has answered after that was given up.
 *
 * @param key the key of the request
 * @param kind a reply or a fault
 * @param body JSON text
 */
public record CameLate(String key, MessageKind kind, String body) implements Event.OfPattern {}
