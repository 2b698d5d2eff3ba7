package dev.parley.topic.engine;

import dev.parley.message.Caller;
import dev.parley.topic.event.AnswersWanted;
import dev.parley.topic.event.EventDraft;
import org.jspecify.annotations.Nullable;

/**
 * An event that somebody wants to be published.
 *
 * @param topic the topic
 * @param event what is to be published
 * @param sender whose ids these are
 * @param caller the authenticated publisher; null if that is not known
 * @param keyed true if its id is an Idempotency-Key
 * @param hops how many operations called each other until then
 * @param wanted what is to come back, where something does
 */
record Publication(
        String topic,
        EventDraft event,
        String sender,
        @Nullable Caller caller,
        boolean keyed,
        int hops,
        AnswersWanted wanted) {}
