package dev.parley.relay.mailbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The statistics of a mailbox: how many messages are in it, by what keeps them there.
 *
 * @param ready messages that can be received now
 * @param locked messages that somebody has received and not acknowledged yet
 * @param delayed messages whose time has not come
 * @param waiting messages that come after another one of their group
 * @param dead dead letters
 * @param bytes of the bodies of all but the dead letters
 * @param oldest when the message was sent that is there longest; null if there is none
 */
public record MailboxStatistics(
        long ready, long locked, long delayed, long waiting, long dead, long bytes, @Nullable Instant oldest) {}
