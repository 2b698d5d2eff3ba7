package dev.parley.gathering;

import dev.parley.conversation.gathering.Choice;
import dev.parley.conversation.gathering.Completion;
import java.time.Duration;

/**
 * An order to ask many.
 *
 * @param to whom
 * @param request what they are asked, JSON text
 * @param completion when there is enough
 * @param deadline how long to wait at most
 * @param choice which of the replies is wanted, and what becomes of the others
 */
record GatherOrder(Recipients to, String request, Completion completion, Duration deadline, Choice choice) {}
