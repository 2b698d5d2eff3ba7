package dev.parley.undertow;

import dev.parley.message.Problem;
import dev.parley.message.Refusal;
import dev.parley.web.relay.DirectAnswer;
import io.undertow.io.IoCallback;
import io.undertow.io.Sender;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpServerConnection;
import io.undertow.util.HttpString;
import io.undertow.util.SameThreadExecutor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.channels.StreamSourceChannel;

/**
 * An answer that is given before the body has come. What comes of it for a moment is read and forgotten, or the client
 * could not read the answer; then the connection is closed.
 *
 * @param channel where the body comes from; null if nobody has asked for it
 */
record EarlyAnswer(HttpServerExchange exchange, @Nullable StreamSourceChannel channel) {

    private static final long MOMENT_MILLIS = 10_000;

    /** Answers with a problem. */
    void give(Problem problem) {
        // Behind the call of the handler, whose end would be the end of the exchange
        exchange.dispatch(SameThreadExecutor.INSTANCE, () -> send(DirectAnswer.failure(new Refusal(problem))));
    }

    private void send(DirectAnswer answer) {
        if (!exchange.getConnection().isOpen() || exchange.isResponseStarted()) {
            return; // the client has gone
        }
        exchange.setPersistent(false);
        exchange.setStatusCode(answer.status());
        answer.headers()
                .forEach((name, value) -> exchange.getResponseHeaders().put(HttpString.tryFromString(name), value));
        exchange.setResponseContentLength(answer.body().remaining());
        exchange.getResponseSender().send(answer.body(), new Step() {
            @Override
            public void onComplete(HttpServerExchange same, Sender sender) {
                sender.close(new Step() {
                    @Override
                    public void onComplete(HttpServerExchange same, Sender closed) {
                        forgetTheRest();
                    }
                });
            }
        });
    }

    private void forgetTheRest() {
        if (!(exchange.getConnection() instanceof HttpServerConnection)) {
            exchange.endExchange(); // one of several requests on the connection: it is reset alone
            return;
        }
        StreamSourceChannel rest = channel == null ? exchange.getRequestChannel() : channel;
        if (rest == null || !closesInAMoment()) {
            close();
            return;
        }
        rest.getReadSetter().set(this::forget);
        rest.resumeReads();
        forget(rest);
    }

    private boolean closesInAMoment() {
        try {
            var unused = exchange.getIoThread().executeAfter(this::close, MOMENT_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (RejectedExecutionException e) {
            return false; // the server stops
        }
    }

    private void forget(StreamSourceChannel rest) {
        ByteBuffer nowhere = ByteBuffer.allocate(16 * 1024);
        try {
            int count = rest.read(nowhere);
            while (count > 0) {
                nowhere.clear();
                count = rest.read(nowhere);
            }
            if (count < 0) {
                close();
            }
        } catch (IOException e) {
            close();
        }
    }

    private void close() {
        IoUtils.safeClose(exchange.getConnection());
    }

    /** What is done when something has been written; a client that has gone is told nothing. */
    private abstract static class Step implements IoCallback {
        @Override
        public void onException(HttpServerExchange same, Sender sender, IOException exception) {
            IoUtils.safeClose(same.getConnection());
        }
    }
}
