package dev.parley.engine.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.wire.Lane;
import dev.parley.engine.wire.OperationWork;
import dev.parley.message.Address;
import dev.parley.message.MessageKind;
import dev.parley.message.Outgoing;
import jakarta.jms.Destination;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
import jakarta.jms.TextMessage;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JmsGatewayTest {

    private final List<Object> sentTo = new ArrayList<>();
    private final List<Long> timesToLive = new ArrayList<>();
    private final List<Long> delays = new ArrayList<>();
    private long timeToLive;
    private long delay;
    private int opened;
    private int closed;

    private final JmsGateway gateway = new JmsGateway(this::open, MailboxDelivery.none(), Clock.systemUTC());

    private JMSContext open() {
        opened++;
        TextMessage message = fake(TextMessage.class, (name, arguments) -> null);
        return fake(JMSContext.class, (name, arguments) -> switch (name) {
            case "createTextMessage" -> message;
            case "createProducer" -> producer();
            case "close" -> closed++;
            default -> throw new UnsupportedOperationException(name);
        });
    }

    /** As the Artemis client has them: what one of them is told holds for all of its context. */
    private JMSProducer producer() {
        return fake(JMSProducer.class, (name, arguments) -> {
            switch (name) {
                case "setTimeToLive" -> timeToLive = (long) arguments[0];
                case "setDeliveryDelay" -> delay = (long) arguments[0];
                case "send" -> {
                    sentTo.add(arguments[0]);
                    timesToLive.add(timeToLive);
                    delays.add(delay);
                }
                default -> throw new UnsupportedOperationException(name);
            }
            return producer();
        });
    }

    @FunctionalInterface
    private interface Answer {
        Object to(String method, Object[] arguments);
    }

    private static <T> T fake(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answer.to(method.getName(), arguments)));
    }

    private void sendTo(String queue) {
        gateway.send(new Outgoing(
                Address.queue(queue), MessageKind.REPLY, "place-order", "c1", "c1.Reply", "m1", null, "{}"));
    }

    @Test
    void opensNoSessionIfThereIsNothingToSend() {
        gateway.close();
        assertThat(opened).isZero();
    }

    @Test
    void sendsAllWithOneSessionAndClosesIt() {
        sendTo("reply.alice");
        sendTo("reply.bob");
        gateway.close();
        assertThat(opened).isEqualTo(1);
        assertThat(closed).isEqualTo(1);
    }

    @Test
    void makesEachDestinationOnce() {
        sendTo("reply.alice");
        sendTo("reply.alice");
        sendTo("reply.bob");
        assertThat(sentTo).hasSize(3).allMatch(Destination.class::isInstance);
        assertThat(sentTo.get(1)).isSameAs(sentTo.get(0));
        assertThat(sentTo.get(2)).isNotSameAs(sentTo.get(0));
    }

    @Test
    void letsNothingExpireOrWaitThatIsSentAfterWhatDoes() {
        Instant soon = Instant.now().plusSeconds(60);
        gateway.send(new Outgoing(
                Address.queue("provider.p"),
                MessageKind.REQUEST,
                "quote",
                "c1",
                "c1.Request",
                "c1:secret",
                null,
                "{}",
                new Outgoing.Request(null, 1, soon, 1, null)));
        gateway.work(Lane.SHARED, new OperationWork("c2", "place-order", null).lookedAgain(3));
        sendTo("reply.alice");
        assertThat(timesToLive.get(0)).isPositive();
        assertThat(delays.get(1)).isPositive();
        assertThat(timesToLive.subList(1, 3)).containsOnly(0L);
        assertThat(delays.get(2)).isZero();
    }
}
