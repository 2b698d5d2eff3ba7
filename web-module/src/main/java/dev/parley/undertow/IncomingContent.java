package dev.parley.undertow;

import dev.parley.message.Problem;
import dev.parley.web.RequestBodies;
import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.Connectors;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpContinue;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.xnio.XnioExecutor;
import org.xnio.channels.StreamSourceChannel;

/**
 * The body of one request while it comes. When all of it is there, whoever is next reads it as if it came then; until
 * then nobody waits for it. Only the I/O thread of its connection knows it.
 */
final class IncomingContent {

    /** The bytes of a body that it need not ask for: nobody's small request is refused because of large ones. */
    private static final int FREE = 64 * 1024;

    private final HttpServerExchange exchange;
    private final HttpHandler next;
    private final RequestBodies bounds;
    private final AtomicLong taken;
    private final Chunks chunks;
    private final List<PooledByteBuffer> buffers = new ArrayList<>();
    private long size;
    private long mine;
    private boolean isOver;
    private @Nullable StreamSourceChannel channel;
    private XnioExecutor.@Nullable Key deadline;

    /** @param taken the bytes that all bodies have taken that are being read */
    IncomingContent(HttpServerExchange exchange, HttpHandler next, RequestBodies bounds, AtomicLong taken) {
        this.exchange = exchange;
        this.next = next;
        this.bounds = bounds;
        this.taken = taken;
        this.chunks = new Chunks(exchange);
    }

    /** Reads what there is, and the rest when it comes; then the next handler is called. */
    void read() throws Exception {
        // The bound of the listener is for those that nobody reads here
        exchange.setMaxEntitySize(-1);
        if (exchange.getRequestContentLength() > bounds.most()) {
            refuse(bounds.tooLarge());
            return;
        }
        if (HttpContinue.requiresContinueResponse(exchange)
                && !HttpContinue.createResponseSender(exchange).send()) {
            refuse(bounds.incomplete()); // it does not even read 25 bytes
            return;
        }
        StreamSourceChannel source = exchange.getRequestChannel();
        channel = source;
        if (isComplete(source)) {
            finish();
            next.handleRequest(exchange);
        } else if (!isOver) {
            deadline = exchange.getIoThread()
                    .executeAfter(this::late, bounds.patience().toMillis(), TimeUnit.MILLISECONDS);
            source.getReadSetter().set(this::goOn);
            source.resumeReads();
        }
    }

    private void goOn(StreamSourceChannel source) {
        if (!isOver && isComplete(source)) {
            finish();
            Connectors.executeRootHandler(next, exchange);
        }
    }

    private void late() {
        if (!isOver) {
            refuse(bounds.late());
        }
    }

    /** Reads what there is. True if that was the end of it; false if more is to come, or it is refused. */
    private boolean isComplete(StreamSourceChannel source) {
        try {
            if (size == 0 && !chunks.mayBegin()) {
                refuse(bounds.incomplete());
                return false;
            }
            int count = source.read(free());
            while (count > 0) {
                size += count;
                Problem problem = size > bounds.most() ? bounds.tooLarge() : room();
                if (problem != null) {
                    refuse(problem);
                    return false;
                }
                count = source.read(free());
            }
            return count < 0;
        } catch (IOException e) {
            refuse(bounds.incomplete());
            return false;
        }
    }

    /** A buffer with room. */
    private ByteBuffer free() {
        if (buffers.isEmpty() || !last().hasRemaining()) {
            buffers.add(exchange.getConnection().getByteBufferPool().allocate());
        }
        return last();
    }

    private ByteBuffer last() {
        return buffers.get(buffers.size() - 1).getBuffer();
    }

    /** Takes room for what is more than is free; why not, if there is none. */
    private @Nullable Problem room() {
        long more = size - FREE - mine;
        if (more <= 0) {
            return null;
        }
        if (mine == 0) {
            exchange.addExchangeCompleteListener((same, then) -> {
                taken.addAndGet(-mine);
                then.proceed();
            });
        }
        mine += more;
        return taken.addAndGet(more) > bounds.memory() ? bounds.noRoom() : null;
    }

    private void finish() {
        end();
        buffers.forEach(buffer -> buffer.getBuffer().flip());
        Connectors.ungetRequestBytes(
                exchange, buffers.stream().map(ContentBuffer::new).toArray(PooledByteBuffer[]::new));
        Connectors.resetRequestChannel(exchange);
    }

    private void refuse(Problem problem) {
        end();
        buffers.forEach(PooledByteBuffer::close);
        new EarlyAnswer(exchange, channel).give(problem);
    }

    private void end() {
        isOver = true;
        if (deadline != null) {
            deadline.remove();
        }
        if (channel != null) {
            channel.getReadSetter().set(null);
            channel.suspendReads();
        }
    }
}
