package dev.parley.engine.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.parley.conversation.Reading;
import dev.parley.conversation.request.Arrivals;
import dev.parley.conversation.request.RequestReader;
import dev.parley.message.Address;
import dev.parley.message.Arrival;
import dev.parley.message.CommonProblem;
import dev.parley.message.Headers;
import jakarta.jms.JMSException;
import org.apache.activemq.artemis.api.core.ICoreMessage;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.core.client.impl.ClientMessageImpl;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;
import org.apache.activemq.artemis.jms.client.ActiveMQTextMessage;
import org.apache.activemq.artemis.utils.UUIDGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages as clients can make them that do not speak JMS, and as the broker gives them to Parley. */
class MessageIsOddTest {

    private final ClientMessage core =
            new ClientMessageImpl(ActiveMQTextMessage.TYPE, true, 0, 0, (byte) 4, 1000, null);
    private final ActiveMQTextMessage message = new ActiveMQTextMessage(core, null);

    MessageIsOddTest() throws JMSException {
        message.setJMSType("place-order");
        core.putStringProperty("JMSReplyTo", "queue://reply.alice");
    }

    private Arrival read() throws JMSException {
        return new MessageReader(1000, false, false, false).read(message);
    }

    private void put(String name, Object value) {
        core.putObjectProperty(SimpleString.of(name), value);
    }

    @Test
    void bytesInAPropertyAreTheSameTextEachTime() throws JMSException {
        put(Headers.MESSAGE_ID, new byte[] {1, 2, 3});
        assertThat(read().property(Headers.MESSAGE_ID)).isEqualTo("AQID");
        assertThat(read().malformed()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"JMSType", "JMSReplyTo"})
    void aHeaderOfAnotherTypeIsRefused(String header) throws JMSException {
        put(header, new byte[] {1});
        ActiveMQMessage sent = new ActiveMQMessage(core, null);
        Arrival arrival = new MessageReader(1000, false, false, false).read(sent);
        assertThat(arrival.malformed().name()).isEqualTo("header-invalid");
        assertThat(arrival.malformed().detail()).startsWith(header);
    }

    @ParameterizedTest
    @ValueSource(strings = {"queue://", "temp-queue://", "topic://x", "://", "\0", "temp-topic://"})
    void anOddReplyAddressIsRead(String replyTo) throws JMSException {
        core.putStringProperty("JMSReplyTo", replyTo);
        ActiveMQMessage sent = new ActiveMQMessage(core, null);
        assertThat(new MessageReader(1000, false, false, false).read(sent)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"queue://", "temp-queue://", "temp-queue://x", "topic://x", "://", "\0", "", "temp-topic://", "x"
            })
    void anOddReplyAddressIsNotAllowed(String replyTo) throws JMSException {
        message.clearBody();
        message.setText("{}");
        core.putStringProperty("JMSReplyTo", replyTo);
        var refused = (Reading.Refused) new RequestReader(Arrivals.LIMITS).read(read(), Arrivals.NOW);
        assertThat(refused.problem().name()).isEqualTo("address-refused");
        assertThat(refused.fault()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "queue://018f2b9c-7c1e-7d2a-9a51-3f7e1d2c4b5a",
                "temp-queue://018f2b9c-7c1e-7d2a-9a51-3f7e1d2c4b5a",
                "018f2b9c-7c1e-7d2a-9a51-3f7e1d2c4b5a"
            })
    void aQueueThatTheBrokerMadeUpIsATemporaryOne(String replyTo) throws JMSException {
        core.putStringProperty("JMSReplyTo", replyTo);
        assertThat(new MessageReader(1000, false, false, false)
                        .read(new ActiveMQMessage(core, null))
                        .replyTo())
                .isEqualTo(Address.temporary("018f2b9c-7c1e-7d2a-9a51-3f7e1d2c4b5a"));
    }

    @Test
    void itsAmqpIdIsTheSameAtEachDelivery() throws JMSException {
        core.setUserID(UUIDGenerator.getInstance().generateUUID());
        put("NATIVE_MESSAGE_ID", "ID:AMQP_ULONG:7");
        assertThat(read().transportId()).isEqualTo("ID:AMQP_ULONG:7");
        put("NATIVE_MESSAGE_ID", "ID:AMQP_NO_PREFIX:order-7");
        assertThat(read().transportId()).isEqualTo("order-7");
    }

    @Test
    void aCorrelationIdOfBytesComesBackAsBytes() throws JMSException {
        message.setJMSCorrelationIDAsBytes(new byte[] {0, -1, 127});
        String id = read().correlationId();
        assertThat(id).isEqualTo("ID:AMQP_BINARY:00FF7F");
        var answer = new ActiveMQTextMessage(
                new ClientMessageImpl(ActiveMQTextMessage.TYPE, true, 0, 0, (byte) 4, 1000, null), null);
        CorrelationId.set(answer, id);
        assertThat(answer.getJMSCorrelationIDAsBytes()).containsExactly(0, -1, 127);
    }

    @ParameterizedTest
    @ValueSource(strings = {"c1", "ID:AMQP_BINARY:", "ID:AMQP_BINARY:0", "ID:AMQP_BINARY:xy", "ID:AMQP_ULONG:7"})
    void aCorrelationIdOfTextComesBackAsText(String id) throws JMSException {
        message.setJMSCorrelationID(id);
        assertThat(read().correlationId()).isEqualTo(id);
        CorrelationId.set(message, id);
        assertThat(core.getStringProperty("JMSCorrelationID")).isEqualTo(id);
    }

    @Test
    void halfOfACharacterIsRefused() throws JMSException {
        put(Headers.STATE, "\ud800");
        assertThat(read().malformed().detail()).startsWith(Headers.STATE);
        core.removeProperty(Headers.STATE);
        message.clearBody();
        message.setText("{\"a\": \"\ud800\"}");
        assertThat(read().unreadable().name()).isEqualTo("body-not-json");
        assertThat(OpaqueBody.of(message, 1000).base64().get()).isNull();
    }

    @Test
    void itsSenderIsToldThatItsHeadersAreTooLarge() throws JMSException {
        put("trace", "x".repeat(125_000));
        message.setJMSCorrelationID("c".repeat(1000));
        put(Headers.MESSAGE_ID, "m1");
        var refused = (Reading.Refused) new RequestReader(Arrivals.LIMITS).read(read(), Arrivals.NOW);
        assertThat(refused.problem().name()).isEqualTo("header-invalid");
        assertThat(refused.fault().to()).isEqualTo(Address.queue("reply.alice"));
        assertThat(refused.fault().correlationId()).isEqualTo("c".repeat(300));
    }

    @Test
    void propertiesThatJmsDoesNotKnowAreSentOn() throws JMSException {
        put("content-length", "2");
        put("trace-id", new byte[] {1});
        put("sign", 'c');
        put("class", 5);
        put("_AMQ_VALIDATED_USER", "mallory");
        JmsMessages.makeSendable(message);
        assertThat(core.getObjectProperty("content-length")).hasToString("2");
        assertThat(core.getBytesProperty("trace-id")).containsExactly(1);
        assertThat(core.getObjectProperty("sign")).isEqualTo('c');
        assertThat(core.getIntProperty("class")).isEqualTo(5);
        assertThat(core.containsProperty("_AMQ_VALIDATED_USER")).isFalse();
        assertThat(message.getJMSType()).isEqualTo("place-order");
        message.setStringProperty(Headers.REASON, "writable");
    }

    @Test
    void whatCannotBeSentOnIsLeftOut() throws JMSException {
        put("trace", "x".repeat(125_000));
        put("y".repeat(60_000), "name");
        put("JMSOdd", "x".repeat(60_000));
        put("mark", "kept");
        message.setJMSType("t".repeat(60_000));
        message.setJMSCorrelationID("c".repeat(60_000));
        JmsMessages.makeSendable(message);
        assertThat(((ICoreMessage) core).getHeadersAndPropertiesEncodeSize()).isLessThan(10_000);
        assertThat(core.getStringProperty("mark")).isEqualTo("kept");
        assertThat(message.getJMSType()).isEqualTo("t".repeat(300));
        assertThat(Destinations.address(message.getJMSReplyTo())).isEqualTo(Address.queue("reply.alice"));
    }

    @Test
    void aCopyHasWhatJsonCanSay() throws JMSException {
        put("content-length", "2");
        put("trace-id", new byte[] {1, 2, 3});
        put("sign", 'c');
        put("count", 5L);
        put(Headers.MESSAGE_ID, "m1");
        WireMessage copy = JmsMessages.copy(message, "{}");
        assertThat(copy.properties())
                .containsOnly(
                        entry("content-length", "2"),
                        entry("trace-id", "AQID"),
                        entry("sign", "c"),
                        entry("count", 5L),
                        entry(Headers.MESSAGE_ID, "m1"));
        assertThat(WireJson.read(WireJson.write(copy), "{}")).isEqualTo(copy);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "-2000000000", "99999999999", "1001", "2147483648", ""})
    void aNumberThatNobodyWroteIsNone(String number) {
        put(WireFormat.LOOKS, number);
        assertThat(new MessageHeaders(message).number(WireFormat.LOOKS, 0, 1000))
                .isZero();
    }

    @Test
    void aNumberOfAnyTypeIsOne() {
        put(WireFormat.LOOKS, 7);
        assertThat(new MessageHeaders(message).number(WireFormat.LOOKS, 0, 1000))
                .isEqualTo(7);
        put(WireFormat.LOOKS, -1L);
        assertThat(new MessageHeaders(message).number(WireFormat.LOOKS, 0, 1000))
                .isZero();
    }

    @Test
    void aReasonIsShortEnough() {
        var problem = CommonProblem.BODY_INVALID.because("d".repeat(100_000));
        assertThat(WireFormat.oneLine(problem)).hasSizeLessThan(2_100).startsWith("body-invalid: d");
    }
}
