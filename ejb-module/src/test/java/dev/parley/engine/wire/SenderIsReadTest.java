package dev.parley.engine.wire;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSException;
import jakarta.jms.TextMessage;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who a message says that its sender is, and when that is believed. */
class SenderIsReadTest {

    private static final String FROM_AMQP = "JMS_AMQP_ORIGINAL_ENCODING";

    private static TextMessage of(String user, String... properties) {
        List<String> there = List.of(properties);
        return (TextMessage) Proxy.newProxyInstance(
                SenderIsReadTest.class.getClassLoader(), new Class<?>[] {TextMessage.class}, (proxy, method, given) -> {
                    boolean asksForUser = given != null && given.length == 1 && given[0].equals(MessageReader.USER);
                    return switch (method.getName()) {
                        case "getObjectProperty", "getStringProperty" -> asksForUser ? user : null;
                        case "propertyExists" -> asksForUser || (given != null && there.contains(given[0]));
                        case "getPropertyNames" -> Collections.enumeration(List.of(MessageReader.USER));
                        default -> {
                            Class<?> type = method.getReturnType();
                            yield type == boolean.class ? (Object) false : type == long.class ? (Object) 0L : null;
                        }
                    };
                });
    }

    @Test
    void isBelievedWhereTheBrokerWritesIt() throws JMSException {
        MessageReader reader = new MessageReader(1000, true, true, true);
        assertThat(reader.read(of("alice")).user()).isEqualTo("alice");
        assertThat(reader.read(of("alice", FROM_AMQP)).user()).isEqualTo("alice");
    }

    /** An Artemis by itself leaves what a client of AMQP has put there. */
    @Test
    void isNotBelievedOfAMessageOfAmqpWhereNobodyWritesItThere() throws JMSException {
        MessageReader reader = new MessageReader(1000, true, false, false);
        assertThat(reader.read(of("alice")).user()).isEqualTo("alice");
        assertThat(reader.read(of("alice", FROM_AMQP)).user()).isNull();
    }

    @Test
    void isNotBelievedWhereNobodyWritesIt() throws JMSException {
        assertThat(new MessageReader(1000, false, false, false)
                        .read(of("alice"))
                        .user())
                .isNull();
    }
}
