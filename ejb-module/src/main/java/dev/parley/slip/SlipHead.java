package dev.parley.slip;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What does not change of a slip while it travels, but for whether it is kept.
 *
 * @param id its id
 * @param originator who has sent it on its way, as in {@link dev.parley.message.Participant}
 * @param correlationId what all messages about it carry
 * @param expiresAt when no other step is begun any more
 * @param kept whether there is a conversation in which it is seen where it is
 * @param events who is told of it; null for nobody
 * @param hops how many operations called each other until it was sent
 */
public record SlipHead(
        String id,
        String originator,
        String correlationId,
        Instant expiresAt,
        boolean kept,
        @Nullable SlipEvents events,
        int hops) {

    SlipHead keep() {
        return new SlipHead(id, originator, correlationId, expiresAt, true, events, hops);
    }
}
