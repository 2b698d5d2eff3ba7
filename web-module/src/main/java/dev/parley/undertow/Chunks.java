package dev.parley.undertow;

import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpServerConnection;
import io.undertow.util.Headers;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The first chunk of a body in chunks. One that does not begin with a number is read by the server as the last one, and
 * then it waits for the rest of what it takes for header fields, which does not come.
 */
final class Chunks {

    private final HttpServerExchange exchange;
    private boolean isSeen;

    Chunks(HttpServerExchange exchange) {
        this.exchange = exchange;
        isSeen = !exchange.getRequestHeaders().contains(Headers.TRANSFER_ENCODING);
    }

    /** False if what has come cannot be the beginning of a chunk. Before anything is read of the body. */
    boolean mayBegin() throws IOException {
        if (isSeen || !(exchange.getConnection() instanceof HttpServerConnection connection)) {
            return true;
        }
        PooledByteBuffer come = come(connection);
        if (come == null) {
            return true;
        }
        isSeen = true;
        ByteBuffer bytes = come.getBuffer();
        return Character.digit((char) bytes.get(bytes.position()), 16) >= 0;
    }

    /** Looks at what has come, and leaves it where it is read from; null if nothing has. */
    private @Nullable PooledByteBuffer come(HttpServerConnection connection) throws IOException {
        PooledByteBuffer there = connection.getExtraBytes();
        if (there != null) {
            return there;
        }
        PooledByteBuffer buffer = connection.getByteBufferPool().allocate();
        int count = connection.getOriginalSourceConduit().read(buffer.getBuffer());
        if (count <= 0) {
            buffer.close();
            return null;
        }
        buffer.getBuffer().flip();
        connection.ungetRequestBytes(buffer);
        return buffer;
    }
}
