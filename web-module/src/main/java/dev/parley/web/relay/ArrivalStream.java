package dev.parley.web.relay;

import dev.parley.relay.Arrivals;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A client that is told of arrivals in a mailbox. One event is on its way to it at a time; whatever arrives meanwhile
 * is told by one more, so that a slow client costs no memory and holds no thread.
 */
final class ArrivalStream implements Arrivals.Listener {

    private final SseEventSink sink;
    private final OutboundSseEvent arrival;
    private final OutboundSseEvent heartbeat;
    private final Executor executor;
    /**
     * The number of arrivals that have not been told yet, with those that are on their way: only who makes it more than
     * none starts sending.
     */
    private final AtomicInteger untold = new AtomicInteger();

    private volatile boolean isOver;

    /**
     * @param arrival says that something has arrived
     * @param heartbeat says nothing, but that the connection is still there
     * @param executor sends
     */
    ArrivalStream(SseEventSink sink, OutboundSseEvent arrival, OutboundSseEvent heartbeat, Executor executor) {
        this.sink = sink;
        this.arrival = arrival;
        this.heartbeat = heartbeat;
        this.executor = executor;
    }

    @Override
    public void arrived() {
        if (untold.getAndIncrement() == 0) {
            start(arrival);
        }
    }

    @Override
    public void ended() {
        isOver = true;
        close();
    }

    /** Sends something if nothing is on its way: that shows whether the client is still there. */
    void beat() {
        if (untold.compareAndSet(0, 1)) {
            start(heartbeat);
        }
    }

    boolean isClosed() {
        return sink.isClosed();
    }

    /**
     * Ends it, unless something is on its way: closing would wait until the client has read that.
     *
     * @return true if it ends
     */
    boolean close() {
        boolean idle = untold.compareAndSet(0, 1);
        if (idle) {
            closeSoon();
        }
        return idle;
    }

    private void closeSoon() {
        try {
            executor.execute(sink::close);
        } catch (RejectedExecutionException e) {
            sink.close(); // the server is suspended, and is not before this has ended
        }
    }

    private void start(OutboundSseEvent event) {
        if (isOver) {
            closeSoon(); // with what has not been told: its client asks when it comes again
            return;
        }
        try {
            executor.execute(() -> send(event));
        } catch (RejectedExecutionException e) {
            untold.set(0); // it is a hint, and the next one may be told
            closeIfOver();
        }
    }

    /** It may have ended since it was begun to send: then nobody else closes it. */
    private void closeIfOver() {
        if (isOver) {
            close();
        }
    }

    private void send(OutboundSseEvent event) {
        if (sink.isClosed()) {
            return;
        }
        int told = event == heartbeat ? 1 : untold.get();
        try {
            var unused = sink.send(event).whenComplete((sent, failure) -> {
                if (failure != null) {
                    sink.close();
                } else if (untold.addAndGet(-told) > 0) {
                    start(arrival);
                } else {
                    closeIfOver();
                }
            });
        } catch (IllegalStateException e) {
            // Closed just now
        }
    }
}
