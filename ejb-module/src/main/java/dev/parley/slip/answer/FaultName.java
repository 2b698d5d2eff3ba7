package dev.parley.slip.answer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.message.Problem;
import java.util.Set;

/** The names of faults, and what they say of whether something was done. */
public final class FaultName {

    /** The fault of what undoes a step of which there is nothing. */
    public static final String NOTHING_TO_UNDO = "nothing-to-undo";

    /** After these, a provider outside of the EAR may have done it. */
    private static final Set<String> IN_DOUBT =
            Set.of("provider-timeout", "provider-gone", "provider-answer-unusable", "expired", "cancelled");

    private FaultName() {}

    /** The name: the last part of its type. */
    public static String of(JsonNode fault) {
        String type = fault.path("type").asText();
        return type.startsWith(Problem.TYPE_PREFIX) ? type.substring(Problem.TYPE_PREFIX.length()) : type;
    }

    /** True if it may have been done all the same. */
    public static boolean isInDoubt(JsonNode fault) {
        return IN_DOUBT.contains(of(fault));
    }
}
