package dev.parley.topic.engine;

import dev.parley.conversation.gathering.Completion;
import dev.parley.topic.event.Asked;

/**
 * A publication whose answers are gathered.
 *
 * @param asked what those are asked for who get the event
 * @param completion when there is enough of it
 */
record Gathered(Asked asked, Completion completion) {}
