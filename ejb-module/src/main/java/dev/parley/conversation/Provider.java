package dev.parley.conversation;

import dev.parley.message.Address;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A provider that is not in the EAR.
 *
 * @param address where it takes requests
 * @param passedOverUntil until when others are preferred, since it did not answer; null if it is as good as any
 */
public record Provider(Address address, @Nullable Instant passedOverUntil) {

    /** True if others are to be preferred now. */
    public boolean isPassedOver(Instant now) {
        return passedOverUntil != null && now.isBefore(passedOverUntil);
    }
}
