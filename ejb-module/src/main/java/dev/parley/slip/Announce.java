package dev.parley.slip;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.Effect;
import org.jspecify.annotations.Nullable;

/**
 * Tell whoever wants to be told what happened to a slip.
 *
 * @param on what
 * @param fault why; null if it is completed
 */
public record Announce(Slip slip, SlipEvents.On on, @Nullable JsonNode fault) implements Effect.OfPattern {}
