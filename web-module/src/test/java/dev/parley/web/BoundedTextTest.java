package dev.parley.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.message.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class BoundedTextTest {

    private final BoundedText text = new BoundedText(8);

    @Test
    void readsUtf8() {
        assertThat(text.read(bytes("\"ä€\"".getBytes(UTF_8)), -1)).isEqualTo("\"ä€\"");
    }

    @Test
    void readsExactlyAsMuchAsIsAllowed() {
        assertThat(text.read(bytes(new byte[8]), 8)).hasSize(8);
    }

    @Test
    void refusesMoreThanIsAllowedAndReadsOneByteTooManyAtMost() {
        var endless = new Endless();
        assertRefused(() -> text.read(endless, -1), "message-too-large", 413);
        assertThat(endless.read).isLessThanOrEqualTo(9);
    }

    @Test
    void refusesWhatIsDeclaredTooLongUnread() {
        var endless = new Endless();
        assertRefused(() -> text.read(endless, 9), "message-too-large", 413);
        assertThat(endless.read).isZero();
    }

    @Test
    void refusesWhatIsNotUtf8() {
        assertRefused(() -> text.read(bytes("ä".getBytes(ISO_8859_1)), -1), "body-not-utf-8", 400);
    }

    @Test
    void refusesWhatBreaksOff() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return read();
            }
        };
        assertRefused(() -> text.read(broken, -1), "body-incomplete", 400);
    }

    @Test
    void standsTheLargestLimit() {
        assertThat(new BoundedText(Integer.MAX_VALUE).read(bytes(new byte[3]), -1))
                .hasSize(3);
    }

    private static void assertRefused(ThrowingCallable call, String name, int status) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.problem().name()).isEqualTo(name);
            assertThat(refusal.problem().status()).isEqualTo(status);
        });
    }

    private static InputStream bytes(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    private static class Endless extends InputStream {

        private int read;

        @Override
        public int read() {
            read++;
            return 'a';
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            read += length;
            return length;
        }
    }
}
