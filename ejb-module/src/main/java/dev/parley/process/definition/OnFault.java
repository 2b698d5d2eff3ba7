package dev.parley.process.definition;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What follows the fault of a step.
 *
 * @param rule for every fault that {@code goTo} does not name
 * @param goTo steps further on in its list, by the name of the fault
 */
public record OnFault(Rule rule, Map<String, String> goTo) {

    /** What holds if nothing is said. */
    public static final OnFault COMPENSATE = new OnFault(Rule.COMPENSATE, Map.of());

    public OnFault {
        goTo = Map.copyOf(goTo);
    }

    /** What is done. */
    public enum Rule {
        /** What was done before it is undone. */
        COMPENSATE,
        /** It goes on as if nothing had been. */
        IGNORE,
        /** A person decides. */
        STOP
    }

    /** The step to go on with after that fault; null for none. */
    public @Nullable String target(String fault) {
        return goTo.get(fault);
    }

    /** Whether a block with it goes on after a fault in it, once what was done in it is undone. */
    public boolean handles(String fault) {
        return rule == Rule.IGNORE || goTo.containsKey(fault);
    }
}
