package dev.parley.web;

import dev.parley.message.CommonProblem;
import dev.parley.message.Problem;
import dev.parley.message.ProblemKind;

/** The problems that HTTP itself has, those of the container and of Jakarta REST among them. */
public enum HttpProblem implements ProblemKind {
    BAD_REQUEST(400, "Bad request"),
    BODY_INCOMPLETE(400, "The body is incomplete"),
    BODY_NOT_UTF_8(400, "The body is not UTF-8"),
    IDEMPOTENCY_KEY_INVALID(400, "The Idempotency-Key is invalid"),
    NAME_INVALID(400, "The name is invalid"),
    UNAUTHORIZED(401, "Not authenticated"),
    FORBIDDEN(403, "Not allowed"),
    NOT_FOUND(404, "Not found"),
    ORIGIN_REFUSED(403, "Not from a page of another origin"),
    METHOD_NOT_ALLOWED(405, "Method not allowed"),
    NOT_ACCEPTABLE(406, "Not acceptable"),
    BODY_LATE(408, "The body did not come"),
    CONTENT_ENCODING_REFUSED(415, "Content encodings are not read"),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
    STREAMS_TOO_MANY(429, "Too many streams"),
    INTERNAL_ERROR(500, "Internal error"),
    UNAVAILABLE(503, "No durable answer can be given now");

    private final int status;
    private final String title;

    HttpProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The problem for a status of 400 or more; one that has no problem of its own becomes 400 or 500. */
    public static Problem of(int status) {
        return switch (status) {
            case 401 -> UNAUTHORIZED.because("Send credentials (HTTP Basic) of a participant or operator.");
            case 403 -> FORBIDDEN.because("The caller has neither the role participant nor operator.");
            case 404 -> NOT_FOUND.because("There is nothing here, or nothing the caller may see.");
            case 405 -> METHOD_NOT_ALLOWED.because("The header Allow has the methods there are.");
            case 406 -> NOT_ACCEPTABLE.because("There is only application/json; for errors, application/problem+json.");
            case 413 -> CommonProblem.MESSAGE_TOO_LARGE.because("Send a smaller message.");
            case 415 -> UNSUPPORTED_MEDIA_TYPE.because("Send JSON in UTF-8, with Content-Type: application/json.");
            case 503 -> unavailable();
            default -> other(status);
        };
    }

    /** No durable answer can be given. */
    static Problem unavailable() {
        return UNAVAILABLE.because(
                "Nothing is known to be stored. Repeat the request after a while, with the same Idempotency-Key.");
    }

    /** Something nobody thought of. */
    static Problem unexpected(String incident) {
        return INTERNAL_ERROR.because("This is logged on the server as incident " + incident + ".");
    }

    private static Problem other(int status) {
        return status >= 500
                ? INTERNAL_ERROR.because("The server could not answer.")
                : BAD_REQUEST.because("The request could not be read.");
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
