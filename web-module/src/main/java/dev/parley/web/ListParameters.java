package dev.parley.web;

import dev.parley.conversation.ConversationQuery;
import dev.parley.conversation.Problem;
import dev.parley.conversation.Refusal;
import dev.parley.conversation.Status;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query of a list of conversations. A parameter without a value is as if it were not there. */
public class ListParameters {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;
    private static final Pattern LIMIT = Pattern.compile("[0-9]{1,9}");

    @QueryParam("status")
    @Parameter(description = "Only conversations that stand there.", schema = @Schema(implementation = Status.class))
    @Nullable
    String status;

    @QueryParam("operation")
    @Parameter(description = "Only requests to this operation.")
    @Nullable
    String operation;

    @QueryParam("after")
    @Parameter(description = "The cursor that the page before gave as its next.")
    @Nullable
    String after;

    @QueryParam("limit")
    @Parameter(
            description = "How many at most.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200", defaultValue = "50"))
    @Nullable
    String limit;

    /**
     * What is asked for.
     *
     * @throws Refusal {@code parameter-invalid}
     */
    ConversationQuery query() {
        return new ConversationQuery(
                status(given(status)), operation(given(operation)), given(after), limit(given(limit)));
    }

    private static @Nullable Status status(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return Arrays.stream(Status.values())
                .filter(s -> s.name().equals(text))
                .findFirst()
                .orElseThrow(() -> invalid(
                        "status",
                        Arrays.stream(Status.values()).map(Status::name).toList()));
    }

    private static @Nullable String operation(@Nullable String text) {
        if (text != null && text.indexOf('\0') >= 0) {
            throw invalid("operation", List.of("names of operations"));
        }
        return text;
    }

    private static int limit(@Nullable String text) {
        if (text == null) {
            return DEFAULT_LIMIT;
        }
        int limit = LIMIT.matcher(text).matches() ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > MAX_LIMIT) {
            throw invalid("limit", List.of("1 to " + MAX_LIMIT));
        }
        return limit;
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static Refusal invalid(String parameter, List<String> allowed) {
        return new Refusal(new Problem(
                "parameter-invalid",
                400,
                "A parameter is invalid",
                "The query parameter " + parameter + " must be one of: " + String.join(", ", allowed) + ".",
                List.of(),
                Map.of("parameter", parameter, "allowed", allowed)));
    }
}
