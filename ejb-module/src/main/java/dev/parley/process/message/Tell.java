package dev.parley.process.message;

import dev.parley.conversation.Effect;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tell an instance, in this transaction, that the message of this conversation has come; it answers with {@link Taken},
 * now or later. Where the sender has named none it is looked for; if there is one, that is told by {@link Found}.
 *
 * @param instance the conversation of the instance; null if none is known
 * @param roles which roles the sender has, of those that matter
 * @param body the message, JSON text; null for what is in the journal
 */
public record Tell(@Nullable String instance, Set<String> roles, @Nullable String body) implements Effect.OfPattern {

    public Tell {
        roles = Set.copyOf(roles);
    }
}
