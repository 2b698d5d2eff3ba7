package dev.parley.engine.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.commit.Collision;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class RepetitionFilterTest {

    private final RepetitionFilter filter = new RepetitionFilter(5);

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
            assertThat(about.getThrown() != null).as("the trace of number " + i).isEqualTo(i < 3);
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
        assertThat(level(invocation(1))).isEqualTo(Level.INFO);
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

    private static LogRecord invocation(long second) {
        LogRecord invocation = about("org.jboss.as.ejb3.invocation", Level.SEVERE, second);
        invocation.setThrown(new IllegalStateException(Collision.overtaken("it was removed")));
        return invocation;
    }

    @Test
    void whatIsDoneAgainHasItsTraceOnceAMinute() {
        LogRecord first = invocation(1);
        LogRecord second = invocation(2);
        LogRecord later = invocation(62);
        assertThat(level(first)).isEqualTo(Level.INFO);
        assertThat(level(second)).isEqualTo(Level.INFO);
        assertThat(level(later)).isEqualTo(Level.INFO);
        assertThat(first.getThrown()).isNotNull();
        assertThat(second.getThrown()).isNull();
        assertThat(later.getThrown()).isNotNull();
    }

    @Test
    void whatWaitsWhileTheServerIsSuspendedIsSaidOnceAMinute() {
        LogRecord first = putOff(0);
        assertThat(level(first)).isEqualTo(Level.INFO);
        assertThat(first.getThrown()).isNull();
        for (int i = 1; i < 60; i++) {
            assertThat(filter.isLoggable(putOff(i))).isFalse();
        }
        LogRecord later = putOff(60);
        assertThat(filter.isLoggable(later)).isTrue();
        assertThat(later.getMessage())
                .isEqualTo("WFLYEE0110: Failed to run scheduled task: look (and 59 times more before)");
    }

    @Test
    void aTaskThatFailsIsNoneThatWaits() {
        LogRecord failed = putOff(0);
        failed.setThrown(new IllegalStateException("no connection"));
        assertThat(level(failed)).isEqualTo(Level.SEVERE);
        assertThat(failed.getThrown()).isNotNull();
    }

    private static LogRecord putOff(long second) {
        LogRecord about = about("org.jboss.as.ee", Level.SEVERE, second);
        about.setMessage("WFLYEE0110: Failed to run scheduled task: %s");
        about.setParameters(new Object[] {"look"});
        about.setThrown(
                new IllegalStateException("WFLYEE0111: Cannot run scheduled task look@1 as container is suspended"));
        return about;
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
    void whatEachRequestIsToldWhileTheDatabaseIsAwayIsThinned() {
        for (int i = 0; i < 5; i++) {
            assertThat(filter.isLoggable(about("dev.parley.web.FailureMapper", Level.WARNING, i)))
                    .isTrue();
        }
        assertThat(filter.isLoggable(about("dev.parley.web.FailureMapper", Level.WARNING, 6)))
                .isFalse();
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
