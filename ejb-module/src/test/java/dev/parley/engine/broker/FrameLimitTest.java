package dev.parley.engine.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.Test;

class FrameLimitTest {

    private static ByteBuf bytes(int count) {
        return Unpooled.wrappedBuffer(new byte[count]);
    }

    @Test
    void whoeverHasNotLoggedInOverStompSendsLittle() {
        StompLimit limit = new StompLimit();
        assertThat(limit.isExceededBy(bytes(StompLimit.FIRST))).isFalse();
        assertThat(limit.isExceededBy(bytes(1))).isTrue();
        assertThat(limit.farewell()).startsWith("ERROR\n").endsWith("\0");
    }

    @Test
    void manyFramesOfStompAreAsManyAsTheyAre() {
        StompLimit limit = new StompLimit();
        for (int i = 0; i < 10; i++) {
            limit.framed();
            assertThat(limit.isExceededBy(bytes(StompLimit.LARGEST - 10))).isFalse();
        }
        assertThat(limit.isExceededBy(bytes(11))).isTrue();
    }

    @Test
    void packetsOfCoreAreAsLongAsTheySay() {
        CoreLimit limit = new CoreLimit();
        ByteBuf packets = Unpooled.buffer();
        for (int length : new int[] {0, 1, 300, CoreLimit.LARGEST}) {
            packets.writeInt(length).writeBytes(new byte[length]);
        }
        while (packets.isReadable()) {
            assertThat(limit.isExceededBy(packets.readSlice(Math.min(3, packets.readableBytes()))))
                    .isFalse();
        }
        assertThat(limit.isExceededBy(Unpooled.buffer().writeInt(CoreLimit.LARGEST + 1)))
                .isTrue();
    }

    @Test
    void aPacketOfCoreIsNotOfNegativeLength() {
        CoreLimit limit = new CoreLimit();
        assertThat(limit.isExceededBy(Unpooled.buffer().writeInt(2).writeBytes(new byte[2])))
                .isFalse();
        assertThat(limit.isExceededBy(Unpooled.buffer().writeInt(-2))).isTrue();
    }

    @Test
    void nothingIsTakenOutOfWhatIsCounted() {
        ByteBuf bytes = Unpooled.buffer().writeInt(2).writeBytes(new byte[2]);
        assertThat(new CoreLimit().isExceededBy(bytes)).isFalse();
        assertThat(bytes.readableBytes()).isEqualTo(6);
    }
}
