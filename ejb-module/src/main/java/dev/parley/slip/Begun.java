package dev.parley.slip;

import dev.parley.conversation.Event;

/**
 * A slip is kept from now on.
 *
 * @param slip as it is
 */
public record Begun(Slip slip) implements Event.OfPattern {}
