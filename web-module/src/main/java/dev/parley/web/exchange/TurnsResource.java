package dev.parley.web.exchange;

import dev.parley.conversation.request.Submission;
import dev.parley.engine.journal.Conversations;
import dev.parley.message.Caller;
import dev.parley.turn.TurnRequests;
import dev.parley.web.BoundedText;
import dev.parley.web.Callers;
import dev.parley.web.IdempotencyKey;
import dev.parley.web.ParleyApplication;
import dev.parley.web.PathName;
import dev.parley.web.Preferences;
import dev.parley.web.RequestHead;
import dev.parley.web.Suspensions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The turns of a conversation, after the first. */
@Path("conversations/{id}/turns")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = ParleyApplication.CONVERSATIONS)
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "503", ref = "Unavailable")
@ApplicationScoped
public class TurnsResource {

    @Inject
    TurnRequests turns;

    @Inject
    Conversations conversations;

    @Inject
    Suspensions suspensions;

    @Inject
    @ConfigProperty(name = "parley.message.max-size", defaultValue = "1048576")
    int maxSize;

    /**
     * Takes a turn durably: the answer comes after the commit, or with {@code Prefer: wait} with the reply to this
     * turn. One that comes too early is kept until the conversation is ready for it.
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "takeTurn", summary = "Take a turn in a conversation")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "Repeated with the same body, a turn is taken once and is answered again.",
            schema = @Schema(implementation = String.class),
            example = "\"offer-2\"")
    @Parameter(name = "Prefer", in = ParameterIn.HEADER, ref = ParleyApplication.PREFER)
    @RequestBody(
            description = "The request, as the schema of the conversation's operation has it.",
            required = true,
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Object.class)))
    @APIResponse(
            responseCode = "202",
            description = "Taken, or kept until its time comes; with its reply if there is one.",
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
    @APIResponse(responseCode = "422", ref = "Reused")
    public void take(
            @PathParam("id") String id,
            @BeanParam TurnParameters parameters,
            @Context HttpHeaders headers,
            @Context SecurityContext security,
            @Context UriInfo uris,
            InputStream body,
            @Suspended AsyncResponse suspended) {
        Caller caller = Callers.of(security);
        Preferences prefer = Preferences.of(headers.getRequestHeader("Prefer"));
        URI base = uris.getBaseUri(); // now: the context is not there on other threads
        RequestHead.requireJson(headers.getMediaType());
        String messageId = IdempotencyKey.of(headers.getRequestHeader("Idempotency-Key"));
        String text = new BoundedText(maxSize).read(body, RequestHead.declaredLength(headers));
        Submission turn = parameters.submission(caller, PathName.conversation(id), text, messageId);
        suspensions.answerFollowing(
                suspended,
                turns.take(turn),
                prefer.delay(),
                (taken, left) -> conversations.awaitTurn(taken.conversation().id(), caller, taken.turn(), left),
                view -> ConversationAnswer.accepted(view, base, prefer));
    }
}
