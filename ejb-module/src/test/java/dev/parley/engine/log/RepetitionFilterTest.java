package dev.parley.engine.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.commit.Collision;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class RepetitionFilterTest {

    private final RepetitionFilter filter = new RepetitionFilter(new Repetitions(5));

    private static LogRecord about(String logger, Level level, long second) {
        LogRecord about = new LogRecord(level, "the disk is full");
        about.setLoggerName(logger);
        about.setInstant(Instant.ofEpochSecond(second));
        about.setThrown(new IllegalStateException());
        return about;
    }

    private LogRecord arjuna(long second) {
        return about("com.arjuna.ats.jta", Level.WARNING, second);
    }

    @Test
    void theFirstAreWholeSomeHaveNoTraceAndTheRestIsCounted() {
        for (int i = 0; i < 5; i++) {
            LogRecord about = arjuna(i);
            assertThat(filter.isLoggable(about)).isTrue();
            assertThat(about.getThrown() != null).as("the trace of number " + i).isEqualTo(i < Repetitions.WHOLE_ONES);
        }
        assertThat(filter.isLoggable(arjuna(6))).isFalse();
        assertThat(filter.isLoggable(arjuna(7))).isFalse();

        LogRecord later = arjuna(61);
        assertThat(filter.isLoggable(later)).isTrue();
        assertThat(later.getThrown()).isNotNull();
        assertThat(later.getMessage()).isEqualTo("the disk is full (and 2 times more before)");
    }

    @Test
    void twoHandlersSayTheSameOfOne() {
        for (int i = 0; i < 4; i++) {
            assertThat(filter.isLoggable(arjuna(i))).isTrue();
        }
        LogRecord fifth = arjuna(5);
        assertThat(filter.isLoggable(fifth)).isTrue();
        assertThat(filter.isLoggable(fifth)).isTrue();
        LogRecord sixth = arjuna(6);
        assertThat(filter.isLoggable(sixth)).isFalse();
        assertThat(filter.isLoggable(sixth)).isFalse();
    }

    @Test
    void loginsThatAreRefusedAreOfOneKindWhoeverTries() {
        for (int i = 0; i < 5; i++) {
            assertThat(filter.isLoggable(refused(i))).isTrue();
        }
        assertThat(filter.isLoggable(refused(5))).isFalse();
    }

    private static LogRecord refused(int guess) {
        LogRecord about = about("org.apache.activemq.artemis.core.server", Level.WARNING, 1);
        about.setMessage("AMQ222216: Security problem while authenticating: AMQ229031: Unable to validate user from"
                + " 192.0.2.7:" + (50_000 + guess) + ". Username: guess" + guess + ";");
        about.setThrown(null);
        return about;
    }

    @Test
    void whatIsDoneAgainIsInformation() {
        LogRecord invocation = about("org.jboss.as.ejb3.invocation", Level.SEVERE, 1);
        invocation.setThrown(new IllegalStateException(Collision.overtaken("it was removed")));
        assertThat(level(invocation)).isEqualTo(Level.INFO);
        assertThat(invocation.getThrown()).isNull();
        assertThat(level(hibernate("SQL Error: 40001, SQLState: 40001"))).isEqualTo(Level.INFO);
        assertThat(level(hibernate("ERROR: deadlock detected\n  Detail: Process 1 waits")))
                .isEqualTo(Level.INFO);
        assertThat(level(hibernate("Unique index or primary key violation: \"public.PRIMARY_KEY_3B7 ON"
                        + " public.parley_conversation(id) VALUES ( 'bargain' )\"")))
                .isEqualTo(Level.INFO);
        assertThat(level(hibernate("Unique index or primary key violation: \"public.PRIMARY_KEY_1 ON"
                        + " public.parley_journal(conversation_id, sequence)\"")))
                .isEqualTo(Level.SEVERE);
    }

    private Level level(LogRecord about) {
        assertThat(filter.isLoggable(about)).isTrue();
        assertThat(filter.isLoggable(about)).as("the same by another handler").isTrue();
        return about.getLevel();
    }

    private static LogRecord hibernate(String message) {
        LogRecord about = about("org.hibernate.engine.jdbc.spi.SqlExceptionHelper", Level.SEVERE, 1);
        about.setMessage(message);
        about.setThrown(null);
        return about;
    }

    @Test
    void whatParleyAndApplicationsSayIsLeftAlone() {
        for (int i = 0; i < 20; i++) {
            assertThat(filter.isLoggable(about("dev.parley.engine.X", Level.WARNING, i)))
                    .isTrue();
            assertThat(filter.isLoggable(about("org.example.Shop", Level.SEVERE, i)))
                    .isTrue();
            assertThat(filter.isLoggable(about("com.arjuna.ats.jta", Level.INFO, i)))
                    .isTrue();
        }
    }
}
