package dev.parley.renewal;

import dev.parley.message.Caller;
import org.jspecify.annotations.Nullable;

/**
 * The content of a message to {@code parley.resources}: it asks for a grant, or says something of one.
 *
 * @param messageId the sender's id of it
 * @param sender who sends it, as holders are named
 * @param caller the authenticated sender; null if that is not known
 * @param pool which pool; null if it does not say
 * @param wish what is asked for; null if it says something of a grant
 * @param grantId which grant; empty if it asks for one
 * @param event what is said of it
 */
public record ResourceMessage(
        String messageId,
        String sender,
        @Nullable Caller caller,
        @Nullable String pool,
        @Nullable GrantWish wish,
        String grantId,
        GrantEvent event) {

    /** The same, asking for that; null for nothing. */
    public ResourceMessage wishing(@Nullable GrantWish other) {
        return new ResourceMessage(messageId, sender, caller, pool, other, grantId, event);
    }
}
