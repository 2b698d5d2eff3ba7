package dev.parley.slip;

import dev.parley.conversation.Effect;
import dev.parley.message.Problem;

/**
 * Put a slip as it is now where operators look for what nobody could be told.
 *
 * @param reason the problem, for operators
 */
public record ParkSlip(Slip slip, Problem reason) implements Effect.OfPattern {}
