package dev.parley.engine.commit;

import com.github.f4b6a3.uuid.UuidCreator;
import com.github.f4b6a3.uuid.util.UuidUtil;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * The ids that Parley makes: UUIDs of version 7, which begin with the time, so that new rows lie beside each other, and
 * are random otherwise.
 */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** A new id. */
    public static String next() {
        return UuidCreator.getTimeOrderedEpoch().toString();
    }

    /** A secret of 144 bits, in 24 characters. */
    public static String ticket() {
        byte[] bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }

    /** The time at which an id was made; empty for one that was not made here. */
    public static Optional<Instant> madeAt(String id) {
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
