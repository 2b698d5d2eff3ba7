package dev.parley.process.value;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;

/** What an instance knows at one of its steps. */
@FunctionalInterface
public interface Scope {

    /** What is at a pointer; a missing node if nothing is. */
    JsonNode find(JsonPointer pointer);
}
