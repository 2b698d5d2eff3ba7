package dev.parley.it.client;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An HTTP request that is being put together. */
public final class HttpCall {

    private final Function<HttpRequest, HttpAnswer> sender;
    private final URI uri;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, String> query = new LinkedHashMap<>();
    private String method = "POST";
    private @Nullable String body;

    HttpCall(URI uri, Function<HttpRequest, HttpAnswer> sender) {
        this.uri = uri;
        this.sender = sender;
    }

    /** Makes it a POST of this JSON text. */
    public HttpCall body(String json) {
        body = json;
        headers.putIfAbsent("Content-Type", "application/json");
        return this;
    }

    /** Makes it a PUT of this JSON text. */
    public HttpCall put(String json) {
        method = "PUT";
        return body(json);
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
        String separator = uri.getRawQuery() == null ? "?" : "&";
        String parameters = query.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", query.isEmpty() ? "" : separator, ""));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(uri + parameters)).timeout(Duration.ofSeconds(50));
        headers.forEach(request::header);
        if (body != null) {
            request.method(method, BodyPublishers.ofString(body));
        } else if (method.equals("DELETE")) {
            request.DELETE();
        }
        return sender.apply(request.build());
    }
}
