package dev.parley.undertow;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.connector.ByteBufferPool;
import io.undertow.server.DefaultByteBufferPool;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an exchange that is over leaves of its body. */
class ContentBufferTest {

    private final ByteBufferPool pool = new DefaultByteBufferPool(false, 16);
    private final ContentBuffer content = new ContentBuffer(pool.allocate());

    @AfterEach
    void end() {
        pool.close();
    }

    @Test
    void isWhatHasCome() {
        content.getBuffer().put((byte) 7).flip();

        assertThat(content.isOpen()).isTrue();
        assertThat(content.getBuffer()).isEqualTo(ByteBuffer.wrap(new byte[] {7}));
    }

    @Test
    void isEmptyWhenItIsFreedHoweverOften() {
        content.getBuffer().put((byte) 7).flip();

        content.close();
        content.close();

        assertThat(content.isOpen()).isFalse();
        assertThat(content.getBuffer().hasRemaining()).isFalse();
    }
}
