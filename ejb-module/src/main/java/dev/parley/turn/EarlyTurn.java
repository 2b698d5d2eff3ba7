package dev.parley.turn;

import dev.parley.conversation.Envelope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A turn that has come before its conversation was ready for it.
 *
 * @param request the request
 * @param turn which turn it is
 * @param at when it came
 * @param acknowledgment the body of the acknowledgment that was sent; null if none was wanted
 */
public record EarlyTurn(Envelope request, int turn, Instant at, @Nullable String acknowledgment) {}
