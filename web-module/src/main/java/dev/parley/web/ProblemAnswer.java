package dev.parley.web;

import dev.parley.message.Problem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** The answers that say what is wrong. */
final class ProblemAnswer {

    /** The media type of problem objects. */
    static final String TYPE = "application/problem+json";

    /** The seconds after which to try again if no durable answer could be given. */
    static final int RETRY_AFTER = 10;

    private ProblemAnswer() {}

    /**
     * The problem with its status; the faults of operations have none and are the request's. One that says when to try
     * again says so in the header too.
     */
    static Response.ResponseBuilder of(Problem problem) {
        int status = problem.status() == 0 ? 400 : problem.status();
        Response.ResponseBuilder answer = Response.status(status).type(TYPE).entity(problem.toJson());
        Object retryAfter = problem.members().get("retryAfter");
        if (retryAfter != null) {
            answer.header(HttpHeaders.RETRY_AFTER, retryAfter);
        } else if (status == 503 || status == 429) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
        }
        return answer;
    }
}
