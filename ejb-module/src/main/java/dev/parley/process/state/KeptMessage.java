package dev.parley.process.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A message that came before it was awaited.
 *
 * @param name its name
 * @param id the conversation in which its sender waits
 * @param user who sent it; null if nobody knows
 * @param roles which roles that user has, of those that matter
 * @param body what it says
 */
public record KeptMessage(String name, String id, @Nullable String user, Set<String> roles, JsonNode body) {

    public KeptMessage {
        roles = Set.copyOf(roles);
    }
}
