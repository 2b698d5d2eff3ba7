package dev.parley.it.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A receiver of webhooks. It agrees, and takes everything, unless it is told what to answer. */
public final class WebhookReceiver implements AutoCloseable {

    /** The origin that Parley has where nothing is configured. */
    public static final String ORIGIN = "parley";

    private static final int PATIENCE = 30;

    /**
     * A request that came.
     *
     * @param method the method
     * @param headers its headers
     * @param body its body, as it is signed
     */
    public record Call(String method, Headers headers, String body) {

        /** A header; empty if there is none. */
        public String header(String name) {
            String value = headers.getFirst(name);
            return value == null ? "" : value;
        }

        /** The event. */
        public JsonNode event() {
            return Json.parse(body);
        }
    }

    /**
     * An answer.
     *
     * @param status the status
     * @param header the name of a header; empty for none
     * @param value its value
     */
    private record Reply(int status, String header, String value) {}

    private final HttpServer http;
    private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<Call> questions = new LinkedBlockingQueue<>();
    private final BlockingQueue<Call> events = new LinkedBlockingQueue<>();
    private volatile String allowed = ORIGIN;

    public WebhookReceiver() {
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.createContext("/", this::serve);
        http.start();
    }

    /** Where it is. */
    public String url() {
        return "http://localhost:" + http.getAddress().getPort() + "/events?of=orders";
    }

    /** Answers the next event so, and not with 204; after others that were said before. */
    public WebhookReceiver answering(int status) {
        return answering(status, "", "");
    }

    /** Answers the next event so, with a header. */
    public WebhookReceiver answering(int status, String header, String value) {
        replies.add(new Reply(status, header, value));
        return this;
    }

    /** Names another origin from now on. */
    public WebhookReceiver allowing(String origin) {
        allowed = origin;
        return this;
    }

    /** The next event; it has to come. */
    public Call next() {
        return next(events);
    }

    /** The next question whether it wants events; it has to come. */
    public Call nextQuestion() {
        return next(questions);
    }

    /** True if no event, and no question, has come besides those that were looked at. */
    public boolean hasNoMore() {
        return events.isEmpty() && questions.isEmpty();
    }

    /** True if an event has come that was not looked at. */
    public boolean hasEvent() {
        return !events.isEmpty();
    }

    private static Call next(BlockingQueue<Call> calls) {
        try {
            Call call = calls.poll(PATIENCE, TimeUnit.SECONDS);
            if (call == null) {
                throw new AssertionError("Nothing came within " + PATIENCE + " s");
            }
            return call;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Call call = new Call(exchange.getRequestMethod(), exchange.getRequestHeaders(), body);
        if (call.method().equals("OPTIONS")) {
            answer(exchange, new Reply(200, "WebHook-Allowed-Origin", allowed));
            questions.add(call);
        } else {
            Reply reply = replies.poll();
            answer(exchange, reply == null ? new Reply(204, "", "") : reply);
            events.add(call);
        }
    }

    private static void answer(HttpExchange exchange, Reply reply) throws IOException {
        if (!reply.header().isEmpty()) {
            exchange.getResponseHeaders().set(reply.header(), reply.value());
        }
        exchange.sendResponseHeaders(reply.status(), -1);
        exchange.close();
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
