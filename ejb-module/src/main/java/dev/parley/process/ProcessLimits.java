package dev.parley.process;

import dev.parley.process.definition.DefinitionLimits;
import dev.parley.process.rule.ProcessSettings;

/**
 * What an operator can configure of processes.
 *
 * @param definitions what is allowed in a definition
 * @param instances what is allowed in an instance
 */
public record ProcessLimits(DefinitionLimits definitions, ProcessSettings instances) {

    /** What holds if nothing is configured. */
    public static final ProcessLimits DEFAULT = new ProcessLimits(DefinitionLimits.DEFAULT, ProcessSettings.DEFAULT);
}
