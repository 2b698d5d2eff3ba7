package dev.parley.web.directory;

import dev.parley.directory.Entries;
import dev.parley.web.JsonAnswer;
import dev.parley.web.ParleyApplication;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The description of the operations, for whoever makes a client of it. */
@Path("openapi")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = ParleyApplication.OPERATIONS)
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "503", ref = "Unavailable")
@ApplicationScoped
public class DescriptionsResource {

    @Inject
    Entries entries;

    /** The document. */
    @GET
    @Operation(
            operationId = "describeOperations",
            summary = "Describe the operations that are there now, as OpenAPI 3.1")
    @APIResponse(
            responseCode = "200",
            description = "A path for each operation, with the schemas of its requests and replies",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Object.class)))
    public Response describe(@Context UriInfo uris) {
        String base = uris.getBaseUri().toString().replaceAll("/$", "");
        return JsonAnswer.of(OperationsDocument.of(entries.list(), base));
    }
}
