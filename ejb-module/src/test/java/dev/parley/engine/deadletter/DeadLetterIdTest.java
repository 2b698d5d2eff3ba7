package dev.parley.engine.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.message.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLetterIdTest {

    private static final String OWN = "01a1fef8-6d9a-76fa-b7a3-092ae802029e";

    @Test
    void isTheOneThatFindsItMostSurely() {
        assertThat(DeadLetterId.of(OWN, "7", "ID:a")).isEqualTo(OWN);
        assertThat(DeadLetterId.of("' or 1=1", "7", "ID:a")).isEqualTo("broker-7");
        assertThat(DeadLetterId.of(null, "-7", "ID:a")).isEqualTo("ID:a");
        assertThat(DeadLetterId.of(null, null, "ID:a'b")).isNull();
        assertThat(DeadLetterId.of(null, null, null)).isNull();
    }

    @Test
    void findsIt() {
        assertThat(DeadLetterId.selector(OWN)).isEqualTo("DeadLetterId = '" + OWN + "'");
        assertThat(DeadLetterId.selector("broker-7")).isEqualTo("_AMQ_ORIG_MESSAGE_ID = 7");
        assertThat(DeadLetterId.selector("ID:a-1")).isEqualTo("JMSMessageID = 'ID:a-1'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x' or '1'='1", "broker-", "broker-7 or 1=1", "ID:'"})
    void isNothingElse(String odd) {
        assertThatThrownBy(() -> DeadLetterId.selector(odd)).isInstanceOf(Refusal.class);
    }
}
