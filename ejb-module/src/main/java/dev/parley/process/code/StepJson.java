package dev.parley.process.code;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/** What is written of steps of several kinds. */
final class StepJson {

    private static final String ON_FAULT = "onFault";

    private StepJson() {}

    static void timeout(ObjectNode step, Duration timeout) {
        step.put("timeout", timeout.toString());
    }

    static void onFault(ObjectNode step, String rule) {
        step.put(ON_FAULT, rule);
    }

    /** Of several faults each has its own step. */
    static void goTo(ObjectNode step, String fault, String target) {
        ObjectNode faults = step.path(ON_FAULT) instanceof ObjectNode there ? there : step.putObject(ON_FAULT);
        faults.put(fault, target);
    }
}
