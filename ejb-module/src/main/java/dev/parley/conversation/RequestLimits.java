package dev.parley.conversation;

import dev.parley.message.AddressPolicy;
import java.time.Duration;

/**
 * The limits of what is allowed in a request.
 *
 * @param maxBodySize bytes of a body in UTF-8
 * @param defaultDeadline how long a conversation may take if the request does not say
 * @param maxDeadline the longest a request may ask for
 * @param addresses which addresses it may name
 * @param maxHops how many operations may call each other in a chain
 * @param turnTimeout how long a requester may take for its next turn, where the operation does not say
 */
public record RequestLimits(
        int maxBodySize,
        Duration defaultDeadline,
        Duration maxDeadline,
        AddressPolicy addresses,
        int maxHops,
        Duration turnTimeout) {

    /** The limits with an hour for a turn. */
    public RequestLimits(
            int maxBodySize, Duration defaultDeadline, Duration maxDeadline, AddressPolicy addresses, int maxHops) {
        this(maxBodySize, defaultDeadline, maxDeadline, addresses, maxHops, Duration.ofHours(1));
    }
}
