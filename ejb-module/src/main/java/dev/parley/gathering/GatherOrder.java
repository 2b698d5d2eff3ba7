package dev.parley.gathering;

import dev.parley.conversation.gathering.Completion;
import dev.parley.conversation.gathering.Take;
import java.time.Duration;

/**
 * An order to ask many.
 *
 * @param to whom
 * @param request what they are asked, JSON text
 * @param completion when there is enough
 * @param deadline how long to wait at most
 * @param take which of the replies is wanted
 */
record GatherOrder(Recipients to, String request, Completion completion, Duration deadline, Take take) {}
