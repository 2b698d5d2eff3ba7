package dev.parley.value;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;

/** What is known where a value is looked at: by a process at one of its steps, or of an event. */
@FunctionalInterface
public interface Scope {

    /** What is at a pointer; a missing node if nothing is. */
    JsonNode find(JsonPointer pointer);
}
