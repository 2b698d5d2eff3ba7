package dev.parley.engine.trace;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;

/** The traces of this node, recorded by the server's OpenTelemetry if it has one. */
@ApplicationScoped
public class Tracing {

    private static final Logger LOG = System.getLogger(Tracing.class.getName());

    @Inject
    Clock clock;

    private Spans spans = Spans.NONE;

    @PostConstruct
    void find() {
        try {
            spans = OpenTelemetrySpans.ofServer(clock);
        } catch (LinkageError absent) {
            LOG.log(Level.DEBUG, "The server has no OpenTelemetry", absent);
        }
    }

    /** Says when Parley starts, and not with the first message, whether there is one. */
    void say(@Observes Startup event) {
        LOG.log(
                Level.INFO,
                spans == Spans.NONE
                        ? "No traces are recorded: the server has no OpenTelemetry, which tracing.cli adds"
                        : "Traces are recorded by the server's OpenTelemetry");
    }

    /** What spans are made with. */
    public Spans spans() {
        return spans;
    }
}
