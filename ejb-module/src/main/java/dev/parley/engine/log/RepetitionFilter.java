package dev.parley.engine.log;

import java.util.List;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/** The filter of a handler that thins what parts of the server say again and again. All handlers share one. */
final class RepetitionFilter implements Filter {

    /** Those that fail with the database, the broker or the disk, for as long as these do. */
    private static final List<String> THINNED = List.of(
            "com.arjuna.", "org.jboss.", "org.hibernate.", "org.apache.activemq.", "org.wildfly.", "io.undertow.");

    private final Repetitions repetitions;

    /** Of this filter alone, which goes with the deployment. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable Said> last = new ThreadLocal<>();

    /** A record that another handler has asked for. */
    private record Said(LogRecord about, boolean loggable) {}

    RepetitionFilter(Repetitions repetitions) {
        this.repetitions = repetitions;
    }

    @Override
    public boolean isLoggable(LogRecord about) {
        if (!isThinned(about)) {
            return true;
        }
        Said said = last.get();
        if (said == null || said.about() != about) {
            said = new Said(about, isSaid(about));
            last.set(said);
        }
        return said.loggable();
    }

    private static boolean isThinned(LogRecord about) {
        @Nullable String logger = about.getLoggerName();
        return about.getLevel().intValue() >= Level.WARNING.intValue()
                && logger != null
                && THINNED.stream().anyMatch(logger::startsWith);
    }

    private boolean isSaid(LogRecord about) {
        Throwable thrown = about.getThrown();
        String kind = about.getLoggerName()
                + ' '
                + about.getMessage()
                + ' '
                + (thrown == null ? "" : thrown.getClass().getName());
        Repetitions.Decision decision = repetitions.another(kind, about.getMillis());
        if (decision.verdict() == Repetitions.Verdict.WITHOUT_TRACE && thrown != null) {
            about.setThrown(null);
        }
        if (decision.unsaid() > 0) {
            about.setMessage(about.getMessage() + " (and " + decision.unsaid() + " times more before)");
        }
        return decision.verdict() != Repetitions.Verdict.NOT_AT_ALL;
    }
}
