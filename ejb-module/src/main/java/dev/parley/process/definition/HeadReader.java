package dev.parley.process.definition;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what every step has. */
final class HeadReader {

    /** The members of every step. */
    static final List<String> KNOWN = List.of("name", "onFault");

    /** A member of every step that somebody, or something in it, could keep waiting. */
    static final String TIMEOUT = "timeout";

    /** Members that steps will have. */
    static final List<String> NOT_YET = List.of("lock", "lockName", "ignoreAtMost", "tentative");

    private static final Map<String, OnFault.Rule> RULES =
            Map.of("compensate", OnFault.Rule.COMPENSATE, "ignore", OnFault.Rule.IGNORE, "stop", OnFault.Rule.STOP);
    private static final Map<String, OnUnknown> UNKNOWN =
            Map.of("ask", OnUnknown.ASK, "compensate", OnUnknown.COMPENSATE, "stop", OnUnknown.STOP);

    private HeadReader() {}

    static Head read(Part step) {
        return new Head(
                step.text("name", Part.NAME, Part.NAME_WANTED),
                step.at(),
                step.durationOrNull(TIMEOUT),
                RetryReader.read(step),
                onFault(step),
                step.choice("onUnknown", UNKNOWN, OnUnknown.ASK));
    }

    private static OnFault onFault(Part step) {
        if (isWithdrawing(step)) {
            return OnFault.COMPENSATE;
        }
        if (!step.get("onFault").isObject()) {
            return new OnFault(step.choice("onFault", RULES, OnFault.Rule.COMPENSATE), Map.of());
        }
        Map<String, String> goTo = new HashMap<>();
        Part faults = step.part("onFault");
        faults.json()
                .fieldNames()
                .forEachRemaining(fault -> goTo.put(fault, faults.text(fault, Part.NAME, "the name of a step")));
        return new OnFault(OnFault.Rule.COMPENSATE, goTo);
    }

    /** A parallel step has one word more. */
    static boolean isWithdrawing(Part step) {
        return step.has("parallel") && step.get("onFault").asText().equals("cancel");
    }
}
