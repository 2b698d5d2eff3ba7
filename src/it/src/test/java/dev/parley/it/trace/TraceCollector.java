package dev.parley.it.trace;

import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

/** A collector that takes spans by OTLP over HTTP, and keeps them. */
final class TraceCollector implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpServer http;
    private final Queue<Recorded> spans = new ConcurrentLinkedQueue<>();

    /**
     * A span as it came.
     *
     * @param service what has sent it
     * @param span the span
     */
    record Recorded(String service, Span span) {

        String name() {
            return span.getName();
        }

        String trace() {
            return hex(span.getTraceId());
        }

        String id() {
            return hex(span.getSpanId());
        }

        /** Empty if it begins its trace. */
        String parent() {
            return hex(span.getParentSpanId());
        }

        /** The ids of the spans that it points to. */
        List<String> links() {
            return span.getLinksList().stream()
                    .map(link -> hex(link.getSpanId()))
                    .toList();
        }

        /** An attribute that is a text; empty if it has none of that name. */
        String text(String attribute) {
            return span.getAttributesList().stream()
                    .filter(one -> one.getKey().equals(attribute))
                    .map(one -> one.getValue().getStringValue())
                    .findFirst()
                    .orElse("");
        }

        /** Its {@code traceparent}. */
        String traceParent() {
            return "00-" + trace() + "-" + id() + "-01";
        }

        private static String hex(ByteString bytes) {
            return HexFormat.of().formatHex(bytes.toByteArray());
        }
    }

    TraceCollector() {
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.createContext("/v1/traces", this::take);
        http.start();
    }

    /** Where it is. */
    String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    /** All spans that have come. */
    List<Recorded> all() {
        return List.copyOf(spans);
    }

    /** The first span that is like that; it has to come. */
    Recorded next(String what, Predicate<Recorded> like) {
        return await(what)
                .atMost(PATIENCE)
                .until(() -> spans.stream().filter(like).findFirst().orElse(null), found -> found != null);
    }

    private void take(HttpExchange exchange) throws IOException {
        boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        try (InputStream body = packed ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody()) {
            ExportTraceServiceRequest request = ExportTraceServiceRequest.parseFrom(body);
            request.getResourceSpansList().forEach(resource -> {
                String service = resource.getResource().getAttributesList().stream()
                        .filter(one -> one.getKey().equals("service.name"))
                        .map(one -> one.getValue().getStringValue())
                        .findFirst()
                        .orElse("");
                resource.getScopeSpansList().stream()
                        .flatMap(scope -> scope.getSpansList().stream())
                        .forEach(span -> spans.add(new Recorded(service, span)));
            });
        }
        exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
