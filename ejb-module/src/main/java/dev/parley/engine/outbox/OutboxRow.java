package dev.parley.engine.outbox;

import dev.parley.engine.wire.WireJson;
import dev.parley.engine.wire.WireMessage;
import java.time.Duration;
import java.time.Instant;

/**
 * A message in the outbox, as it is stored: one that cannot be read must not keep the others from being read.
 *
 * @param position its place in the order of writing
 * @param id by which the broker knows it if it is sent again: another one for each row, whatever its message is
 * @param headers all of the message but its body, as {@link WireJson} wrote it
 * @param body its body
 * @param writtenAt when it was written
 * @param tries how often it could not be sent although others could
 * @param isInGroup true if others may have to wait until it is sent
 */
public record OutboxRow(
        long position, String id, String headers, String body, Instant writtenAt, int tries, boolean isInGroup) {

    /**
     * The message.
     *
     * @throws IllegalArgumentException if it cannot be read
     */
    public WireMessage message() {
        return WireJson.read(headers, body);
    }

    /** The time that is left of the message's delay; zero if it has passed. */
    public Duration delay(WireMessage message, Instant now) {
        Duration left = Duration.between(now, writtenAt.plus(message.delay()));
        return left.isNegative() ? Duration.ZERO : left;
    }
}
