package dev.parley.web;

import dev.parley.conversation.ConversationQuery;
import dev.parley.conversation.Refusal;
import dev.parley.conversation.Status;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query of a list of conversations. A parameter without a value is as if it were not there. */
public class ListParameters extends PageParameters {

    @QueryParam("status")
    @Parameter(description = "Only conversations that stand there.", schema = @Schema(implementation = Status.class))
    @Nullable
    String status;

    @QueryParam("operation")
    @Parameter(description = "Only requests to this operation.")
    @Nullable
    String operation;

    /**
     * What is asked for.
     *
     * @throws Refusal {@code parameter-invalid}
     */
    ConversationQuery query() {
        return new ConversationQuery(status(given(status)), operation(given(operation)), cursor(), size());
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
}
