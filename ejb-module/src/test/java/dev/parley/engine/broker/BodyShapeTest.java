package dev.parley.engine.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.message.impl.CoreMessage;
import org.apache.activemq.artemis.utils.DataConstants;
import org.apache.activemq.artemis.utils.collections.TypedProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyShapeTest {

    private final CoreMessage message = new CoreMessage(1, 100);

    @Test
    void aTextStaysOne() throws ActiveMQException {
        message.setType(Message.TEXT_TYPE);
        message.getBodyBuffer().writeNullableSimpleString(SimpleString.of("{}"));
        BodyShape.correct(message);
        assertThat(message.getType()).isEqualTo(Message.TEXT_TYPE);
        assertThat(String.valueOf(message.getReadOnlyBodyBuffer().readNullableSimpleString()))
                .isEqualTo("{}");
    }

    @Test
    void aTextThatIsNoneStaysOne() throws ActiveMQException {
        message.setType(Message.TEXT_TYPE);
        message.getBodyBuffer().writeNullableSimpleString(null);
        BodyShape.correct(message);
        assertThat(message.getType()).isEqualTo(Message.TEXT_TYPE);
    }

    /** A listener would get it only after all of it has been read into memory. */
    @Test
    void aTextThatIsTooLargeIsTakenAsBytes() throws ActiveMQException {
        message.setType(Message.TEXT_TYPE);
        message.getBodyBuffer().writeNullableSimpleString(SimpleString.of("x".repeat(BodyShape.LARGEST / 2)));
        BodyShape.correct(message);
        assertThat(message.getType()).isEqualTo(Message.BYTES_TYPE);
    }

    /** Whatever type it is: all of it would be in memory before anybody could look at it. */
    @ParameterizedTest
    @ValueSource(bytes = {Message.DEFAULT_TYPE, Message.OBJECT_TYPE, Message.MAP_TYPE, Message.STREAM_TYPE})
    void whatIsTooLargeIsTakenAsBytes(byte type) throws ActiveMQException {
        message.setType(type);
        message.getBodyBuffer().writeBytes(new byte[BodyShape.LARGEST + 1]);
        BodyShape.correct(message);
        assertThat(message.getType()).isEqualTo(Message.BYTES_TYPE);
    }

    @Test
    void aMapStaysOne() throws ActiveMQException {
        TypedProperties map = new TypedProperties();
        map.putNullValue(SimpleString.of("nothing"));
        map.putBooleanProperty(SimpleString.of("boolean"), true);
        map.putByteProperty(SimpleString.of("byte"), (byte) 1);
        map.putBytesProperty(SimpleString.of("bytes"), new byte[] {1, 2});
        map.putShortProperty(SimpleString.of("short"), (short) 1);
        map.putCharProperty(SimpleString.of("char"), 'c');
        map.putIntProperty(SimpleString.of("int"), 1);
        map.putLongProperty(SimpleString.of("long"), 1);
        map.putFloatProperty(SimpleString.of("float"), 1);
        map.putDoubleProperty(SimpleString.of("double"), 1);
        map.putSimpleStringProperty(SimpleString.of("text"), SimpleString.of("t"));
        message.setType(Message.MAP_TYPE);
        map.encode(message.getBodyBuffer().byteBuf());
        BodyShape.correct(message);
        assertThat(message.getType()).isEqualTo(Message.MAP_TYPE);
    }

    /** The client would take memory for as many entries as it says, or fail each time it is delivered. */
    @ParameterizedTest
    @ValueSource(ints = {-1, 1, 1000, -16753920, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void aMapOfAnotherLengthThanItSaysIsTakenAsBytes(int entries) throws ActiveMQException {
        message.setType(Message.MAP_TYPE);
        message.getBodyBuffer().writeByte((byte) 1);
        message.getBodyBuffer().writeInt(entries);
        message.getBodyBuffer().writeInt(1);
        BodyShape.correct(message);
        assertThat(message.getType()).isEqualTo(Message.BYTES_TYPE);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 3, Integer.MAX_VALUE})
    void aMapWithABytesOfAnotherLengthIsTakenAsBytes(int length) throws ActiveMQException {
        message.setType(Message.MAP_TYPE);
        message.getBodyBuffer().writeByte((byte) 1);
        message.getBodyBuffer().writeInt(1);
        message.getBodyBuffer().writeSimpleString(SimpleString.of("k"));
        message.getBodyBuffer().writeByte(DataConstants.BYTES);
        message.getBodyBuffer().writeInt(length);
        message.getBodyBuffer().writeShort((short) 0);
        BodyShape.correct(message);
        assertThat(message.getType()).isEqualTo(Message.BYTES_TYPE);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1000, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void aTextOfAnotherLengthThanItSaysIsTakenAsBytes(int length) throws ActiveMQException {
        message.setType(Message.TEXT_TYPE);
        message.getBodyBuffer().writeByte((byte) 1);
        message.getBodyBuffer().writeInt(length);
        BodyShape.correct(message);
        assertThat(message.getType()).isEqualTo(Message.BYTES_TYPE);
    }

    @Test
    void anObjectOfAnotherLengthThanItSaysIsTakenAsBytes() throws ActiveMQException {
        message.setType(Message.OBJECT_TYPE);
        message.getBodyBuffer().writeInt(Integer.MAX_VALUE);
        BodyShape.correct(message);
        assertThat(message.getType()).isEqualTo(Message.BYTES_TYPE);
    }

    @ParameterizedTest
    @ValueSource(bytes = {1, 7, 8, 99, -1})
    void aTypeThatThereIsNotIsRefused(byte type) {
        message.setType(type);
        assertThatThrownBy(() -> BodyShape.correct(message)).isInstanceOf(ActiveMQException.class);
    }

    @Test
    void whatIsCompressedIsRefused() {
        message.setType(Message.BYTES_TYPE);
        message.putBooleanProperty(Message.HDR_LARGE_COMPRESSED, true);
        assertThatThrownBy(() -> BodyShape.correct(message)).hasMessageContaining("compress");
    }
}
