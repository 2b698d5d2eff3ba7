package dev.parley.process.command;

import dev.parley.conversation.Event;
import dev.parley.process.state.ProcessState;

/**
 * An instance begins in the middle, with what another one has done before.
 *
 * @param requested its request, that of the other
 * @param other where the other one stands, whose version it follows
 * @param otherId the id of the other one
 * @param from the step that it begins with
 */
public record BegunAgain(Event.Requested requested, ProcessState other, String otherId, String from)
        implements Event.OfPattern {}
