package dev.parley.web;

import dev.parley.conversation.RequestLimits;
import dev.parley.message.CommonProblem;
import dev.parley.message.Problem;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The bounds of what is read of a request before anybody looks at it: what is larger, or does not come in time, is
 * refused. In a servlet context they are an attribute with the name of this class.
 */
@ApplicationScoped
public class RequestBodies {

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    /** The bytes that any body may have, however small messages are: definitions have bounds of their own. */
    private static final long LEAST = 1024L * 1024;

    /** The part of the heap that bodies may take together which are being read. */
    private static final int SHARE = 8;

    @Inject
    @SuppressWarnings("NullAway.Init")
    RequestLimits limits;

    @Inject
    @ConfigProperty(name = "parley.http.body", defaultValue = "PT30S")
    @SuppressWarnings("NullAway.Init")
    Duration patience;

    @PostConstruct
    void check() {
        if (patience.compareTo(SHORTEST) < 0) {
            throw new IllegalStateException("Parley is not configured: parley.http.body is '" + patience
                    + "', write an ISO 8601 duration of at least " + SHORTEST);
        }
    }

    void offer(@Observes @Initialized(ApplicationScoped.class) ServletContext context) {
        context.setAttribute(RequestBodies.class.getName(), this);
    }

    /** The bytes that a body may have at most, of whatever request. */
    public long most() {
        return Math.max(LEAST, BoundedText.around(limits.maxBodySize()).maxSize());
    }

    /** The time that a body may take to come. */
    public Duration patience() {
        return patience;
    }

    /** The bytes that all bodies may have together that are being read, besides the first of each. */
    public long memory() {
        return Runtime.getRuntime().maxMemory() / SHARE;
    }

    /** The problem of a body that is larger. */
    public Problem tooLarge() {
        return CommonProblem.MESSAGE_TOO_LARGE.because("No request has a body of more than " + most() + " bytes.");
    }

    /** The problem of a body that does not come. */
    public Problem late() {
        return HttpProblem.BODY_LATE.because("A body is to come within " + patience + ".");
    }

    /** The problem of a body that ends in the middle, or is no body at all. */
    public Problem incomplete() {
        return HttpProblem.BODY_INCOMPLETE.because("The body could not be read to its end.");
    }

    /** The problem where there is no room for another body. */
    public Problem noRoom() {
        return HttpProblem.unavailable();
    }
}
