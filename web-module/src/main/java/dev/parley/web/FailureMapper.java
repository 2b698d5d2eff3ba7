package dev.parley.web;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.UUID;

/**
 * The answer to whatever is thrown: a problem object. What the client cannot have caused is logged, and nothing of it
 * is in the answer.
 */
@Provider
public class FailureMapper implements ExceptionMapper<Throwable> {

    private static final System.Logger LOG = System.getLogger(FailureMapper.class.getName());

    /** Headers of an answer of Jakarta REST that say what to do instead. */
    private static final List<String> KEPT =
            List.of(HttpHeaders.ALLOW, HttpHeaders.WWW_AUTHENTICATE, HttpHeaders.RETRY_AFTER);

    @Override
    public Response toResponse(Throwable thrown) {
        Failure failure = Failure.of(thrown);
        return failure.refusal()
                .map(refusal -> ProblemAnswer.of(refusal.problem()).build())
                .or(() -> failure.rest().filter(FailureMapper::isTheClients).map(FailureMapper::rest))
                .orElseGet(() -> failure.isTransient() ? unavailable(failure, thrown) : unexpected(thrown));
    }

    private static boolean isTheClients(WebApplicationException thrown) {
        return thrown.getResponse().getStatus() < 500;
    }

    private static Response rest(WebApplicationException thrown) {
        Response given = thrown.getResponse();
        if (given.getStatus() < 400) {
            return given; // such as the answer to OPTIONS
        }
        Response.ResponseBuilder answer = ProblemAnswer.of(HttpProblem.of(given.getStatus()));
        KEPT.stream()
                .filter(given.getHeaders()::containsKey)
                .forEach(name -> answer.header(name, given.getHeaderString(name)));
        return answer.build();
    }

    /** Whoever has given up waiting has gone, or the server stops: nobody has to look into that. */
    private static Response unavailable(Failure failure, Throwable thrown) {
        var level = failure.isKnown() ? System.Logger.Level.DEBUG : System.Logger.Level.WARNING;
        LOG.log(level, "No durable answer could be given", thrown);
        return ProblemAnswer.of(HttpProblem.unavailable()).build();
    }

    private static Response unexpected(Throwable thrown) {
        String incident = UUID.randomUUID().toString();
        LOG.log(System.Logger.Level.ERROR, "Incident " + incident, thrown);
        return ProblemAnswer.of(HttpProblem.unexpected(incident)).build();
    }
}
