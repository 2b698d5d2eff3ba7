package dev.parley.web.process;

import dev.parley.web.JsonAnswer;
import dev.parley.web.PageParameters;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The picture of a process, as text that Mermaid draws. */
final class Picture {

    private static final MediaType TEXT = MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8");
    private static final List<String> FORMATS = List.of("json", "mermaid");

    private Picture() {}

    /**
     * True if a picture is wanted, and not JSON.
     *
     * @throws dev.parley.message.Refusal {@code parameter-invalid} if it is something else
     */
    static boolean isWanted(@Nullable String format) {
        String given = PageParameters.given(format);
        if (given != null && !FORMATS.contains(given)) {
            throw PageParameters.invalid("format", FORMATS);
        }
        return "mermaid".equals(given);
    }

    /** 200 with it. */
    static Response of(String text) {
        return Response.ok(text, TEXT)
                .header(HttpHeaders.CACHE_CONTROL, JsonAnswer.CACHING)
                .build();
    }
}
