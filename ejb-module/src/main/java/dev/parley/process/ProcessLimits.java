package dev.parley.process;

import dev.parley.process.definition.DefinitionLimits;
import dev.parley.process.rule.ProcessSettings;
import java.util.Collection;
import java.util.Set;

/**
 * What an operator can configure of processes.
 *
 * @param definitions what is allowed in a definition
 * @param instances what is allowed in an instance
 * @param operators the users who may give commands over JMS, where nobody says which roles they have
 */
public record ProcessLimits(DefinitionLimits definitions, ProcessSettings instances, Set<String> operators) {

    /** What holds if nothing is configured. */
    public static final ProcessLimits DEFAULT = new ProcessLimits(DefinitionLimits.DEFAULT, ProcessSettings.DEFAULT);

    public ProcessLimits {
        operators = Set.copyOf(operators);
    }

    /** What is allowed in definitions and instances; nobody gives commands over JMS. */
    public ProcessLimits(DefinitionLimits definitions, ProcessSettings instances) {
        this(definitions, instances, Set.of());
    }

    /** The same with these operators. */
    public ProcessLimits with(Collection<String> users) {
        return new ProcessLimits(definitions, instances, Set.copyOf(users));
    }
}
