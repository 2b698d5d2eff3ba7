package dev.parley.directory.schema;

import dev.parley.message.Problem;
import dev.parley.message.Refusal;
import dev.parley.message.Violation;
import java.util.List;
import java.util.Map;

/** The refusal of a body for what is in its fields. */
public final class InvalidBody {

    private InvalidBody() {}

    /** The refusal {@code body-invalid}. */
    static Refusal refusal(List<Violation> violations, String wanted) {
        return new Refusal(new Problem(
                "body-invalid",
                400,
                "The body is not what the operation takes",
                "The body is not " + wanted + "; 'errors' says where and what was expected.",
                violations,
                Map.of()));
    }

    public static void refuseIfAny(List<Violation> violations, String wanted) {
        if (!violations.isEmpty()) {
            throw refusal(violations, wanted);
        }
    }
}
