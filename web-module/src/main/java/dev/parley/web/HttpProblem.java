package dev.parley.web;

import dev.parley.message.Problem;

/** The problems that HTTP itself has: for errors of the container and of Jakarta REST. */
public final class HttpProblem {

    private HttpProblem() {}

    /** The problem for a status of 400 or more. */
    public static Problem of(int status) {
        return switch (status) {
            case 401 ->
                problem(
                        status,
                        "unauthorized",
                        "Not authenticated",
                        "Send credentials (HTTP Basic) of a participant or operator.");
            case 403 ->
                problem(
                        status,
                        "forbidden",
                        "Not allowed",
                        "The caller has neither the role participant nor operator.");
            case 404 ->
                problem(status, "not-found", "Not found", "There is nothing here, or nothing the caller may see.");
            case 405 ->
                problem(
                        status,
                        "method-not-allowed",
                        "Method not allowed",
                        "The header Allow has the methods there are.");
            case 406 ->
                problem(
                        status,
                        "not-acceptable",
                        "Not acceptable",
                        "There is only application/json; for errors, application/problem+json.");
            case 413 -> problem(status, "message-too-large", "The message is too large", "Send a smaller message.");
            case 415 ->
                problem(
                        status,
                        "unsupported-media-type",
                        "Unsupported media type",
                        "Send JSON in UTF-8, with Content-Type: application/json.");
            case 503 -> unavailable();
            default -> other(status);
        };
    }

    /** No durable answer can be given. */
    static Problem unavailable() {
        return problem(
                503,
                "unavailable",
                "No durable answer can be given now",
                "Nothing is known to be stored. Repeat the request after a while, with the same Idempotency-Key.");
    }

    /** Something nobody thought of. */
    static Problem unexpected(String incident) {
        return problem(
                500, "internal-error", "Internal error", "This is logged on the server as incident " + incident + ".");
    }

    private static Problem other(int status) {
        return status >= 500
                ? problem(status, "internal-error", "Internal error", "The server could not answer.")
                : problem(status, "bad-request", "Bad request", "The request could not be read.");
    }

    private static Problem problem(int status, String name, String title, String detail) {
        return Problem.of(name, status, title, detail);
    }
}
