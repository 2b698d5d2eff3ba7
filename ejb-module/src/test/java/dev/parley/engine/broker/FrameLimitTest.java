package dev.parley.engine.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.apache.activemq.artemis.core.protocol.core.impl.PacketImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameLimitTest {

    private static ByteBuf bytes(int count) {
        return Unpooled.wrappedBuffer(new byte[count]);
    }

    @Test
    void whoeverHasNotLoggedInOverStompSendsLittle() {
        StompLimit limit = new StompLimit();
        assertThat(limit.objection(bytes(StompLimit.FIRST))).isNull();
        assertThat(limit.objection(bytes(1))).isNotNull();
        assertThat(limit.farewell()).startsWith("ERROR\n").endsWith("\0");
    }

    @Test
    void manyFramesOfStompAreAsManyAsTheyAre() {
        StompLimit limit = new StompLimit();
        for (int i = 0; i < 10; i++) {
            limit.framed();
            assertThat(limit.objection(bytes(StompLimit.LARGEST - 10))).isNull();
        }
        assertThat(limit.objection(bytes(11))).isNotNull();
    }

    private static CoreLimit loggedIn() {
        CoreLimit limit = new CoreLimit(new PacketGate(() -> false));
        limit.loggedIn();
        return limit;
    }

    /** A message in the channel of a session. */
    private static ByteBuf packet(int length) {
        return Unpooled.buffer()
                .writeInt(length)
                .writeByte(PacketImpl.SESS_SEND)
                .writeLong(10)
                .writeBytes(new byte[length - CoreLimit.LEAST]);
    }

    @Test
    void packetsOfCoreAreAsLongAsTheySay() {
        CoreLimit limit = loggedIn();
        ByteBuf packets = Unpooled.buffer();
        for (int length : new int[] {CoreLimit.LEAST, CoreLimit.LEAST + 1, 300, CoreLimit.LARGEST}) {
            packets.writeBytes(packet(length));
        }
        while (packets.isReadable()) {
            assertThat(limit.objection(packets.readSlice(Math.min(3, packets.readableBytes()))))
                    .isNull();
        }
        assertThat(limit.objection(Unpooled.buffer().writeInt(CoreLimit.LARGEST + 1)))
                .contains("too large");
    }

    @ParameterizedTest
    @ValueSource(ints = {-2, 0, CoreLimit.LEAST - 1})
    void aPacketOfCoreHasATypeAndAChannel(int length) {
        CoreLimit limit = loggedIn();
        assertThat(limit.objection(packet(300))).isNull();
        assertThat(limit.objection(Unpooled.buffer().writeInt(length))).isNotNull();
        assertThat(limit.farewell()).isEmpty();
    }

    @Test
    void eachPacketOfCoreIsLookedAt() {
        CoreLimit limit = loggedIn();
        ByteBuf packets = packet(20).writeBytes(packet(9));
        packets.writeInt(9).writeByte(PacketImpl.FEDERATION_DOWNSTREAM_CONNECT).writeLong(0);
        assertThat(limit.objection(packets)).contains("type -16 on channel 0");
    }

    @Test
    void whoeverDoesNotConnectOverStompIsToldTo() {
        CoreLimit limit = new CoreLimit(new PacketGate(() -> false));
        assertThat(limit.objection(Unpooled.copiedBuffer("SEND\n", StandardCharsets.US_ASCII)))
                .isNotNull();
        assertThat(limit.farewell()).startsWith("ERROR\n").contains("CONNECT").endsWith("\0");
    }

    @Test
    void nothingIsTakenOutOfWhatIsCounted() {
        ByteBuf bytes = packet(20);
        assertThat(loggedIn().objection(bytes)).isNull();
        assertThat(bytes.readableBytes()).isEqualTo(24);
    }
}
