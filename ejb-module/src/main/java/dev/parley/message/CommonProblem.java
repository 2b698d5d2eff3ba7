package dev.parley.message;

/** The problems that more than one room has. */
public enum CommonProblem implements ProblemKind {
    BODY_NOT_JSON(400, "The body is not JSON"),
    BODY_INVALID(400, "The body is not what was expected"),
    MESSAGE_TOO_LARGE(413, "Message too large"),
    HEADER_INVALID(400, "Header not understood"),
    PARAMETER_INVALID(400, "Parameter not understood"),
    ADDRESS_REFUSED(400, "Address not allowed"),
    REPLY_ADDRESS_MISSING(400, "No reply address"),
    MESSAGE_ID_REUSED(422, "Message id used before"),
    IDEMPOTENCY_KEY_REUSED(422, "Idempotency-Key used before"),
    OPERATORS_ONLY(403, "Not allowed"),
    PRECONDITION_FAILED(412, "Not as expected"),
    REQUEST_IN_DOUBT(503, "Not known yet whether it was accepted"),
    EXPIRED(504, "Deadline passed");

    private final int status;
    private final String title;

    CommonProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
