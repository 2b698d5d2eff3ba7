package dev.parley.message;

import java.util.List;
import java.util.Map;

/** The refusal of a body for what is in its fields. */
public final class InvalidBody {

    private InvalidBody() {}

    /** The problem {@code body-invalid}; {@code wanted} says what was expected, as in "a reply". */
    public static Problem problem(List<Violation> violations, String wanted) {
        return new Problem(
                CommonProblem.BODY_INVALID,
                "The body is not " + wanted + "; 'errors' says where and what was expected.",
                violations,
                Map.of());
    }

    /**
     * Refuses a body that anything is wrong with.
     *
     * @throws Refusal {@code body-invalid}
     */
    public static void refuseIfAny(List<Violation> violations, String wanted) {
        if (!violations.isEmpty()) {
            throw new Refusal(problem(violations, wanted));
        }
    }
}
