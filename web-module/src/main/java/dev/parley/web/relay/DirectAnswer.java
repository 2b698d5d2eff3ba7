package dev.parley.web.relay;

import dev.parley.web.FailureMapper;
import dev.parley.web.SecurityHeaders;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The answer to a {@link DirectCall}: the same as that of Jakarta REST, without it.
 *
 * @param status its status
 * @param headers its header fields
 * @param body its body; empty for none
 */
public record DirectAnswer(int status, Map<String, String> headers, ByteBuffer body) {

    private static final Map<String, String> ALWAYS = Map.of(
            SecurityHeaders.TYPE_OPTIONS,
            SecurityHeaders.NO_SNIFFING,
            HttpHeaders.CACHE_CONTROL,
            SecurityHeaders.NOT_STORED);
    private static final Map<String, String> WITH_JSON =
            with(Map.of(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON));

    private static Map<String, String> with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(ALWAYS);
        all.putAll(more);
        return Map.copyOf(all);
    }

    static DirectAnswer json(Response.Status status, byte[] json) {
        return new DirectAnswer(status.getStatusCode(), WITH_JSON, ByteBuffer.wrap(json));
    }

    /** 204: there is nothing to say but that it is so. */
    static DirectAnswer done() {
        return new DirectAnswer(Response.Status.NO_CONTENT.getStatusCode(), ALWAYS, ByteBuffer.allocate(0));
    }

    /** The problem that Jakarta REST would answer with. */
    public static DirectAnswer failure(Throwable thrown) {
        Response response = new FailureMapper().toResponse(thrown);
        Map<String, String> headers = new HashMap<>();
        response.getStringHeaders().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        byte[] body = String.valueOf(response.getEntity()).getBytes(StandardCharsets.UTF_8);
        return new DirectAnswer(response.getStatus(), with(headers), ByteBuffer.wrap(body));
    }
}
