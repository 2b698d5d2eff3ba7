package dev.parley.web.exchange;

import dev.parley.engine.run.CancelReader;
import dev.parley.engine.run.Cancellation;
import dev.parley.web.BoundedText;
import dev.parley.web.Call;
import dev.parley.web.ParleyApplication;
import dev.parley.web.PathName;
import dev.parley.web.Preferences;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
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
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CancelBody.class)))
    @APIResponse(
            responseCode = "202",
            description = "Cancelled: nobody waits any more, and what a provider outside has begun is not undone."
                    + " A process begins nothing more, undoes what it has done, and ends then. What had succeeded is"
                    + " undone, if something undoes it",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AcceptedBody.class)))
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "409", ref = "Refused")
    @APIResponse(responseCode = "410", ref = "Gone")
    @APIResponse(responseCode = "408", ref = "Refused")
    @APIResponse(responseCode = "413", ref = "Refused")
    @APIResponse(responseCode = "415", ref = "Refused")
    public Response cancel(
            @PathParam("id") String id,
            @BeanParam Call call,
            @Context HttpHeaders headers,
            @Context UriInfo uris,
            InputStream body) {
        Preferences prefer = Preferences.of(headers.getRequestHeader("Prefer"));
        var wish = CancelReader.read(call.optionalJson(BoundedText.OF_COMMANDS, body));
        var view = cancellation.cancel(PathName.conversation(id), wish, call.caller());
        return ConversationAnswer.accepted(view, uris.getBaseUri(), prefer);
    }
}
