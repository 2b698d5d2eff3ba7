package dev.parley.web.start;

import dev.parley.web.Callers;
import dev.parley.web.JsonAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The start document of this version of the interface. */
@Path("/")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class LinksResource {

    @Inject
    StartDocument document;

    /** The start document. */
    @GET
    @Operation(operationId = "getStart", summary = "Show which Parley this is, what is up, and where everything is")
    @APIResponse(
            responseCode = "200",
            description = "It answers, whether all it depends on is up or not",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = StartBody.class)))
    public Response start(@Context UriInfo uris, @Context SecurityContext security) {
        return JsonAnswer.of(document.at(uris.getBaseUri().getPath(), Callers.of(security)));
    }
}
