package dev.parley.engine.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.Test;

class FailureLogTest {

    private final OperationFailed failed = new OperationFailed("print-label", "c1", "no\npaper", null);

    @Test
    void saysWhichAttemptItWasAndWhenTheNextOneIs() {
        assertThat(FailureLog.line(failed, 2, 5, Duration.ofSeconds(2)))
                .isEqualTo("print-label failed in conversation c1, attempt 2 of 5, again in 2 s: no paper");
        assertThat(FailureLog.line(failed, 2, 5, Duration.ofMillis(250))).contains("again in 250 ms: ");
        assertThat(FailureLog.line(failed, 0, 5, Duration.ofSeconds(1)))
                .isEqualTo("print-label failed in conversation c1, among others, again in 1 s: no paper");
        assertThat(FailureLog.line(failed, 5, 5, Duration.ofSeconds(16)))
                .isEqualTo("print-label failed in conversation c1, attempt 5 of 5, given up in 16 s: no paper");
    }

    @Test
    void idsAreInTheContextAsLongAsTheyAreWorkedOn() {
        LogContext outer = LogContext.of("fulfil", "c0", "m0");
        LogContext inner = LogContext.of("print-label", "c1", "m\n1");
        assertThat(MDC.get("conversationId")).isEqualTo("c1");
        assertThat(MDC.get("messageId")).isEqualTo("m 1");
        inner.leave();
        assertThat(MDC.get("operation")).isEqualTo("fulfil");
        assertThat(MDC.get("messageId")).isEqualTo("m0");
        LogContext other = LogContext.of("c2");
        assertThat(MDC.get("conversationId")).isEqualTo("c2");
        other.leave();
        LogContext none = LogContext.of(null);
        assertThat(MDC.get("conversationId")).as("of none is what it was").isEqualTo("c0");
        none.leave();
        outer.leave();
        assertThat(MDC.get("conversationId")).isNull();
    }
}
