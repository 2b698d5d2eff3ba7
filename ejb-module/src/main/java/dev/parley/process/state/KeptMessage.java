package dev.parley.process.state;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A message that came before it was awaited.
 *
 * @param name its name
 * @param id the conversation in which its sender waits
 * @param body what it says
 */
public record KeptMessage(String name, String id, JsonNode body) {}
