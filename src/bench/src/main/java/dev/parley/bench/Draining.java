package dev.parley.bench;

import jakarta.jms.JMSException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Lets one side empty a full queue, again and again. */
final class Draining implements AutoCloseable {

    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final double NANOS_PER_MILLI = TimeUnit.MILLISECONDS.toNanos(1);
    private static final int FIRST = 200;

    private final Job job;
    private final Side side;
    private final Server server;
    private final JmsRequester requester;
    private double rate;

    /**
     * What a drain showed.
     *
     * @param rate replies a second
     * @param processorMillis processor time of the server for each
     */
    record Result(double rate, double processorMillis) {}

    Draining(Job job, Side side, Server server) {
        this.job = job;
        this.side = side;
        this.server = server;
        this.requester = new JmsRequester(job, side, server);
    }

    /** Drains about as many as are done in so many seconds, as far as is known. */
    Result drain(int seconds) throws JMSException, InterruptedException {
        return drainThese(rate == 0 ? FIRST : (int) (rate * seconds));
    }

    /** Drains so many. */
    Result drainThese(int count) throws JMSException, InterruptedException {
        Duration before = server.processorTime();
        long took = requester.drain(count);
        server.awaitDone(side, job.queues(side));
        Duration used = server.processorTime().minus(before);
        rate = count / (took / NANOS);
        return new Result(rate, used.toNanos() / NANOS_PER_MILLI / count);
    }

    JmsRequester requester() {
        return requester;
    }

    @Override
    public void close() {
        requester.close();
    }
}
