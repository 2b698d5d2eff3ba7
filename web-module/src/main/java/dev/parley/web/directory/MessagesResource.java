package dev.parley.web.directory;

import dev.parley.directory.Entries;
import dev.parley.web.JsonAnswer;
import dev.parley.web.ParleyApplication;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The description of the messages of operations, for whoever makes a client over JMS of it. */
@Path("asyncapi")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = ParleyApplication.OPERATIONS)
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "503", ref = "Unavailable")
@ApplicationScoped
public class MessagesResource {

    @Inject
    Entries entries;

    /** The document. */
    @GET
    @Operation(
            operationId = "describeMessages",
            summary = "Describe the messages of the operations that are there now, as AsyncAPI 3.0")
    @APIResponse(
            responseCode = "200",
            description = "An operation of AsyncAPI for each operation, with the schemas of its requests and replies",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Object.class)))
    public Response describe() {
        return JsonAnswer.of(MessagesDocument.of(entries.list()));
    }
}
