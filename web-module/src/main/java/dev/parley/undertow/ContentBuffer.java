package dev.parley.undertow;

import io.undertow.connector.PooledByteBuffer;
import java.nio.ByteBuffer;

/**
 * A piece of a body that has come. Once it is freed it is empty: the servlet container looks for what nobody has read
 * after it has answered, when it has freed all of it, and would log the exception of a buffer that is gone.
 */
final class ContentBuffer implements PooledByteBuffer {

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final PooledByteBuffer piece;

    /** @param piece what has come, to be read from its position to its limit */
    ContentBuffer(PooledByteBuffer piece) {
        this.piece = piece;
    }

    @Override
    public ByteBuffer getBuffer() {
        return piece.isOpen() ? piece.getBuffer() : NOTHING;
    }

    @Override
    public void close() {
        piece.close();
    }

    @Override
    public boolean isOpen() {
        return piece.isOpen();
    }
}
