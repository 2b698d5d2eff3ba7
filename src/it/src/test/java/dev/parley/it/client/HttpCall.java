package dev.parley.it.client;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An HTTP request that is being put together. */
public final class HttpCall {

    /** Longer than any long poll. */
    private static final Duration PATIENCE = Duration.ofSeconds(75);

    private final HttpParticipant participant;
    private final URI uri;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, String> query = new LinkedHashMap<>();
    private String method = "GET";
    private @Nullable String body;

    HttpCall(URI uri, HttpParticipant participant) {
        this.uri = uri;
        this.participant = participant;
    }

    /** Makes it a POST of this JSON text. */
    public HttpCall body(String json) {
        return with("POST", json);
    }

    /** Makes it a PUT of this JSON text. */
    public HttpCall put(String json) {
        return with("PUT", json);
    }

    /** Makes it a PATCH with this JSON text. */
    public HttpCall patch(String json) {
        return with("PATCH", json);
    }

    /** Makes it a POST of nothing. */
    public HttpCall post() {
        method = "POST";
        return this;
    }

    /** Makes it a DELETE. */
    public HttpCall delete() {
        method = "DELETE";
        return this;
    }

    /** The MessageId of a request. */
    public HttpCall key(String key) {
        return header("Idempotency-Key", '"' + key + '"');
    }

    public HttpCall prefer(String preference) {
        return header("Prefer", preference);
    }

    public HttpCall header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public HttpCall query(String name, String value) {
        query.put(name, value);
        return this;
    }

    /** Sends it. */
    public HttpAnswer send() {
        return participant.send(request());
    }

    /** Sends it, and does not wait for the answer. */
    public CompletableFuture<HttpAnswer> sendLater() {
        return participant.sendLater(request());
    }

    HttpRequest request() {
        String separator = uri.getRawQuery() == null ? "?" : "&";
        String parameters = query.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", query.isEmpty() ? "" : separator, ""));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(uri + parameters)).timeout(PATIENCE);
        headers.forEach(request::header);
        return request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
    }

    private HttpCall with(String newMethod, String json) {
        method = newMethod;
        body = json;
        headers.putIfAbsent("Content-Type", "application/json");
        return this;
    }
}
