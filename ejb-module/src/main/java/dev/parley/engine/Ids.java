package dev.parley.engine;

import com.github.f4b6a3.uuid.UuidCreator;
import com.github.f4b6a3.uuid.util.UuidUtil;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Makes ids: UUIDs of version 7, which begin with the time, so that new rows lie beside each other, and are random otherwise. */
final class Ids {

    private Ids() {}

    static String next() {
        return UuidCreator.getTimeOrderedEpoch().toString();
    }

    /** When an id was made; empty for one that was not made here. */
    static Optional<Instant> madeAt(String id) {
        try {
            UUID uuid = UUID.fromString(id);
            return UuidUtil.isTimeOrderedEpoch(uuid) ? Optional.of(instant(uuid)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Instant instant(UUID uuid) {
        return Instant.ofEpochMilli(uuid.getMostSignificantBits() >>> 16);
    }
}
