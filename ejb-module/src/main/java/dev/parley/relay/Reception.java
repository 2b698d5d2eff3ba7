package dev.parley.relay;

import dev.parley.message.Caller;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A wish to receive, not checked yet.
 *
 * @param caller who wants to
 * @param mailbox from which mailbox
 * @param max how many messages at most, 1 to {@link #MOST}; null for 1
 * @param waiting how long to wait if there is none, up to {@link #LONGEST_WAIT} seconds: whole seconds, or an ISO 8601
 *     duration; null for not at all
 * @param lock for how long to lock them, an ISO 8601 duration; null for as long as the mailbox says
 * @param idempotencyKey a repeated reception answers with the same messages, as far as their locks are still valid;
 *     null for none
 * @param acknowledge locks whose messages are done, and are removed with the same commit, before anything is received;
 *     up to {@link Mails#MOST_LOCKS}. Null if nobody wants to know, which is not the same as none
 */
public record Reception(
        Caller caller,
        String mailbox,
        @Nullable String max,
        @Nullable String waiting,
        @Nullable String lock,
        @Nullable String idempotencyKey,
        @Nullable List<String> acknowledge) {

    /** The number of messages that can be received together. */
    public static final int MOST = 100;

    /** The longest wait, in seconds. */
    public static final int LONGEST_WAIT = 60;

    public Reception {
        acknowledge = acknowledge == null ? null : List.copyOf(acknowledge);
    }
}
