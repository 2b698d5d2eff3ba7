package dev.parley.undertow;

import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpServerConnection;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;

/**
 * The watch over the client of a request that awaits something: when it closes its connection, what it awaits is
 * cancelled. What it sends meanwhile is left for the next request, and ends the watch. On a connection that several
 * requests share (HTTP/2) nothing is watched.
 */
final class ClientWatch {

    private final HttpServerExchange exchange;
    private final CompletableFuture<?> result;
    private boolean isOver;

    ClientWatch(HttpServerExchange exchange, CompletableFuture<?> result) {
        this.exchange = exchange;
        this.result = result;
    }

    /** Watches from now on until the exchange is complete; called before it can be. */
    void beginSoon() {
        if (result.isDone() || !(exchange.getConnection() instanceof HttpServerConnection connection)) {
            return;
        }
        exchange.addExchangeCompleteListener((same, next) -> {
            end(connection);
            next.proceed();
        });
        try {
            exchange.getIoThread().execute(() -> begin(connection));
        } catch (RejectedExecutionException e) {
            // the server stops
        }
    }

    private synchronized void begin(HttpServerConnection connection) {
        if (!isOver && !result.isDone() && exchange.isRequestComplete() && connection.getExtraBytes() == null) {
            connection.getChannel().getSourceChannel().setReadListener(channel -> look(connection));
            connection.getOriginalSourceConduit().resumeReads();
        }
    }

    private void look(HttpServerConnection connection) {
        if (isGone(connection)) {
            result.cancel(false);
        }
    }

    private synchronized boolean isGone(HttpServerConnection connection) {
        if (isOver) {
            return false;
        }
        PooledByteBuffer buffer = connection.getByteBufferPool().allocate();
        int count = read(connection, buffer);
        if (count > 0) {
            buffer.getBuffer().flip();
            connection.ungetRequestBytes(buffer);
        } else {
            buffer.close();
        }
        if (count != 0) {
            end(connection);
        }
        return count < 0;
    }

    private static int read(HttpServerConnection connection, PooledByteBuffer buffer) {
        try {
            return connection.getOriginalSourceConduit().read(buffer.getBuffer());
        } catch (IOException e) {
            return -1; // it has broken
        }
    }

    private synchronized void end(HttpServerConnection connection) {
        if (!isOver) {
            isOver = true;
            connection.getOriginalSourceConduit().suspendReads();
        }
    }
}
