package dev.parley.web.exchange;

import dev.parley.conversation.ConversationQuery;
import dev.parley.conversation.Status;
import dev.parley.message.Refusal;
import dev.parley.web.PageParameters;
import jakarta.ws.rs.QueryParam;
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
     * The query that is asked for.
     *
     * @throws Refusal {@code parameter-invalid}
     */
    ConversationQuery query() {
        return new ConversationQuery(
                oneOf(Status.values(), "status", status),
                findable("operation", operation, "names of operations"),
                cursor(),
                size());
    }
}
