package dev.parley.process.definition;

import dev.parley.message.Violation;
import java.util.List;

/**
 * A definition that was read, and is right.
 *
 * @param warnings what is allowed, and may be regretted
 */
public record ReadProcess(ProcessDefinition definition, List<Violation> warnings) {

    public ReadProcess {
        warnings = List.copyOf(warnings);
    }
}
