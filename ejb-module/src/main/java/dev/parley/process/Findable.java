package dev.parley.process;

import dev.parley.process.state.ProcessState;
import dev.parley.process.state.StepState;
import dev.parley.process.state.StepStatus;
import dev.parley.process.state.Undoing;
import java.util.HashSet;
import java.util.Set;

/** What instances are found by, besides what their definitions say. */
public final class Findable {

    /** The attribute that is the number of the version which an instance follows. */
    public static final String VERSION = "$version";

    private static final int LONGEST = 100;
    private static final String FAULT = "urn:parley:fault:";

    private Findable() {}

    /** The mark of instances in which that step goes on, or waits for a person; in whichever round. */
    public static String step(String name) {
        return mark("$step/" + name);
    }

    /** The mark of instances that are stuck, or go back or went back, because of that fault. */
    public static String fault(String name) {
        return mark("$fault/" + name);
    }

    private static String mark(String text) {
        String storable = text.replace('\0', ' ');
        return storable.length() > LONGEST ? storable.substring(0, LONGEST) : storable;
    }

    static Set<String> marks(ProcessState state) {
        Set<String> marks = new HashSet<>();
        for (StepState step : state.steps().values()) {
            boolean stuck = step.status() == StepStatus.STUCK;
            if (stuck || step.isOpen()) {
                marks.add(step(step.id().name()));
            }
            if (stuck && step.work().stuck() != null) {
                marks.add(fault(step.work().stuck()));
            }
        }
        Undoing undoing = state.undoing();
        if (undoing != null) {
            marks.add(fault(undoing.fault().path("type").asText().replace(FAULT, "")));
        }
        return marks;
    }
}
