package dev.parley.engine.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import org.junit.jupiter.api.Test;

class AwaitedBrokerTest {

    @Test
    void whatIsWrongIsSaidWithWhatToDo() {
        assertThat(AwaitedBroker.sentence(new JMSSecurityException("AMQ229031: Unable to validate user")))
                .contains("(AMQ229031: Unable to validate user)", "parley.broker.password", "parley-node");
        assertThat(AwaitedBroker.sentence(new IllegalStateException(new JMSException("refused"))))
                .contains("(refused)", "parley.broker.address");
    }
}
