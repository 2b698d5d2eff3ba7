package dev.parley.engine.log;

import dev.parley.engine.commit.Collision;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The filter of a handler that thins what parts of the server say again and again, and makes information of what they
 * say of a transaction that only {@linkplain Collision met another one}, and of a task that waits until the server is
 * resumed. All handlers share one.
 */
final class RepetitionFilter implements Filter {

    /** Who says which requests were told that something is away; its errors are of one incident each. */
    private static final String REQUESTS = "dev.parley.web.FailureMapper";

    /** Those that fail with the database, the broker or the disk, for as long as these do. */
    private static final List<String> THINNED = List.of(
            "com.arjuna.",
            "org.jboss.",
            "org.hibernate.",
            "org.apache.activemq.",
            "org.wildfly.",
            "io.undertow.",
            // Of Parley's own: each request that is told 503, and each look at what is due.
            REQUESTS,
            "dev.parley.engine.commit.Sweep",
            "dev.parley.renewal.engine.Heartbeat");

    private static final String OWN = "dev.parley.";

    /** Which of them says in errors what a database has answered, without the exception. */
    private static final String OF_THE_DATABASE = "org.hibernate.engine.jdbc.";

    /** What the databases say of a collision, H2 or PostgreSQL, and the driver of what it was in. */
    private static final Pattern COLLISION = Pattern.compile("[Dd]eadlock|\\b40001\\b|\\b40P01\\b|could not serialize"
            + "|\\bparley_conversation(_pk\\b|\\(id\\))|^Batch entry \\d+ insert into parley_conversation ");

    /** What the broker says of a login that it refuses; the rest is what whoever guesses has chosen. */
    private static final String REFUSED_LOGIN = "AMQ222216:";

    /** What the server says of a task that was due, and why it was not run. */
    private static final String NOT_RUN = "WFLYEE0110:";

    private static final String SUSPENDED = "WFLYEE0111:";

    /** So many causes are looked through for the first one; they may go round in circles. */
    private static final int DEPTH = 20;

    /** Of what fails, the first are said with their traces. */
    private static final int WHOLE_ONES = 3;

    /** Tried again each second, by each that waits: once a minute says it. */
    private static final Repetitions.Limits PUT_OFF = new Repetitions.Limits(1, 0);

    private final Repetitions repetitions = new Repetitions();
    private final Repetitions.Limits failures;

    /** One trace: what always meets another one, such as an entity whose version is never right, is a defect. */
    private final Repetitions.Limits collisions;

    /** Of this filter alone, which goes with the deployment. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable Said> last = new ThreadLocal<>();

    /** A record that another handler has asked for. */
    private record Said(LogRecord about, boolean loggable) {}

    /** @param most how many of a kind are said in a minute */
    RepetitionFilter(int most) {
        failures = new Repetitions.Limits(most, WHOLE_ONES);
        collisions = new Repetitions.Limits(most, 1);
    }

    @Override
    public boolean isLoggable(LogRecord about) {
        Said said = last.get();
        if (said != null && said.about() == about) {
            return said.loggable();
        }
        if (!isThinned(about)) {
            return true;
        }
        Repetitions.Limits limits = limits(about);
        said = new Said(about, isSaid(about, limits));
        last.set(said);
        if (!limits.equals(failures)) {
            about.setLevel(Level.INFO);
        }
        return said.loggable();
    }

    private Repetitions.Limits limits(LogRecord about) {
        if (isPutOff(about)) {
            return PUT_OFF;
        }
        return isOfACollision(about) ? collisions : failures;
    }

    /** The task is due again as soon as the server is resumed. */
    private static boolean isPutOff(LogRecord about) {
        return begins(about.getMessage(), NOT_RUN)
                && about.getThrown() != null
                && begins(about.getThrown().getMessage(), SUSPENDED);
    }

    private static boolean begins(@Nullable String text, String with) {
        return text != null && text.startsWith(with);
    }

    private static boolean isThinned(LogRecord about) {
        @Nullable String logger = about.getLoggerName();
        int level = about.getLevel().intValue();
        return level >= Level.WARNING.intValue()
                && logger != null
                && !(logger.equals(REQUESTS) && level > Level.WARNING.intValue())
                && THINNED.stream().anyMatch(logger::startsWith);
    }

    /** It is done again; Parley, which gives that up, says so. */
    private static boolean isOfACollision(LogRecord about) {
        @Nullable String message = about.getMessage();
        return (Collision.isReasonOf(about.getThrown())
                        && !about.getLoggerName().startsWith(OWN))
                || (message != null
                        && about.getLoggerName().startsWith(OF_THE_DATABASE)
                        && COLLISION.matcher(message).find());
    }

    private boolean isSaid(LogRecord about, Repetitions.Limits limits) {
        Throwable thrown = about.getThrown();
        String kind = about.getLoggerName() + ' ' + text(about) + ' ' + causes(thrown) + ' ' + limits;
        Repetitions.Decision decision = repetitions.another(kind, about.getMillis(), limits);
        if (decision.verdict() == Repetitions.Verdict.WITHOUT_TRACE && thrown != null) {
            about.setThrown(null);
        }
        if (decision.unsaid() > 0) {
            about.setMessage(whole(about) + " (and " + decision.unsaid() + " times more before)");
            about.setParameters(null);
        }
        return decision.verdict() != Repetitions.Verdict.NOT_AT_ALL;
    }

    /** What was thrown, and what that came of: an exception of the container says nothing by itself. */
    private static String causes(@Nullable Throwable thrown) {
        if (thrown == null) {
            return "";
        }
        Throwable first = thrown;
        for (int depth = 0; depth < DEPTH && first.getCause() != null; depth++) {
            first = first.getCause();
        }
        return thrown.getClass().getName() + ' ' + first.getClass().getName();
    }

    /** With its parameters: the server's records forget how these were written once they get another message. */
    private static String whole(LogRecord about) {
        String message = Objects.requireNonNullElse(about.getMessage(), "");
        Object[] parameters = about.getParameters();
        if (parameters == null || parameters.length == 0) {
            return message;
        }
        try {
            return message.contains("{0}")
                    ? new MessageFormat(message, Locale.ROOT).format(parameters)
                    : String.format(Locale.ROOT, message, parameters);
        } catch (IllegalArgumentException odd) {
            return message;
        }
    }

    /** Refused logins are of one kind, or there were as many as somebody has names and ports. */
    private static @Nullable String text(LogRecord about) {
        @Nullable String message = about.getMessage();
        return begins(message, REFUSED_LOGIN) ? REFUSED_LOGIN : message;
    }
}
