package dev.parley.web.exchange;

import dev.parley.engine.run.Cancellation;
import dev.parley.web.Callers;
import dev.parley.web.ParleyApplication;
import dev.parley.web.PathName;
import dev.parley.web.Preferences;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The wishes that a conversation ends now. */
@Path("conversations/{id}/cancel")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = ParleyApplication.CONVERSATIONS)
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "503", ref = "Unavailable")
@ApplicationScoped
public class CancellationsResource {

    @Inject
    Cancellation cancellation;

    /** Cancels a conversation as far as that is possible: 202 after the commit, also the second time. */
    @POST
    @Operation(operationId = "cancelConversation", summary = "Cancel a conversation")
    @APIResponse(
            responseCode = "202",
            description = "Cancelled; what a provider outside has begun is not undone",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AcceptedBody.class)))
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "409", ref = "Refused")
    @APIResponse(responseCode = "410", ref = "Gone")
    public Response cancel(
            @PathParam("id") String id,
            @Context HttpHeaders headers,
            @Context SecurityContext security,
            @Context UriInfo uris) {
        Preferences prefer = Preferences.of(headers.getRequestHeader("Prefer"));
        var view = cancellation.cancel(PathName.conversation(id), Callers.of(security));
        return ConversationAnswer.accepted(view, uris.getBaseUri(), prefer);
    }
}
