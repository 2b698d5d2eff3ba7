package dev.parley.web.exchange;

import dev.parley.conversation.ParleyOperations;
import dev.parley.conversation.request.Submission;
import dev.parley.engine.journal.Conversations;
import dev.parley.exchange.Requests;
import dev.parley.message.Caller;
import dev.parley.web.BoundedText;
import dev.parley.web.Callers;
import dev.parley.web.IdempotencyKey;
import dev.parley.web.ParleyApplication;
import dev.parley.web.Preferences;
import dev.parley.web.RequestHead;
import dev.parley.web.Suspensions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
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
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Gatherings: one request to many, and what comes back of it. */
@Path("gatherings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = ParleyApplication.GATHERINGS)
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "503", ref = "Unavailable")
@ApplicationScoped
public class GatheringsResource {

    @Inject
    Requests requests;

    @Inject
    Conversations conversations;

    @Inject
    Suspensions suspensions;

    @Inject
    @ConfigProperty(name = "parley.message.max-size", defaultValue = "1048576")
    int maxSize;

    /**
     * Accepts a request durably: the answer comes after the commit. With {@code Prefer: wait} it comes when the
     * conversation has ended, or the wait; it is 202 also then, since what is acknowledged is the request, and then has
     * what {@code GET} of the conversation has.
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "gather", summary = "Ask many, and gather what they answer")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description =
                    "Repeated with the same body, a request takes effect once and is answered again. Without it there is no deduplication.",
            schema = @Schema(implementation = String.class),
            example = "\"order-4711\"")
    @Parameter(name = "Prefer", in = ParameterIn.HEADER, ref = ParleyApplication.PREFER)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = GatheringOrderBody.class)))
    @APIResponse(
            responseCode = "202",
            description = "Accepted, durably; also for a repeated request. With the outcome if it has ended.",
            headers = {
                @Header(
                        name = "Location",
                        description = "The conversation",
                        schema = @Schema(implementation = String.class)),
                @Header(name = "ETag", description = "Its version", schema = @Schema(implementation = String.class)),
                @Header(
                        name = "Retry-After",
                        description = "While it has not ended: when to ask again, in seconds",
                        schema = @Schema(implementation = Integer.class)),
                @Header(name = "Preference-Applied", schema = @Schema(implementation = String.class))
            },
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AcceptedBody.class)))
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "409", ref = "Refused")
    @APIResponse(responseCode = "408", ref = "Refused")
    @APIResponse(responseCode = "413", ref = "Refused")
    @APIResponse(responseCode = "415", ref = "Refused")
    @APIResponse(responseCode = "422", ref = "Reused")
    public void gather(
            @BeanParam RequestParameters parameters,
            @Context HttpHeaders headers,
            @Context SecurityContext security,
            @Context UriInfo uris,
            InputStream body,
            @Suspended AsyncResponse suspended) {
        Caller caller = Callers.of(security);
        Preferences prefer = Preferences.of(headers.getRequestHeader("Prefer"));
        URI base = uris.getBaseUri(); // now: the context is not there on other threads
        Submission submission = submission(caller, parameters, headers, body);
        suspensions.answerFollowing(
                suspended,
                requests.accept(submission, security::isUserInRole),
                prefer.delay(),
                (accepted, left) ->
                        conversations.awaitFinal(accepted.conversation().id(), caller, left),
                view -> ConversationAnswer.accepted(view, base, prefer));
    }

    private Submission submission(Caller caller, RequestParameters parameters, HttpHeaders headers, InputStream body) {
        RequestHead.requireJson(headers.getMediaType());
        String messageId = IdempotencyKey.of(headers.getRequestHeader("Idempotency-Key"));
        String text = new BoundedText(maxSize).read(body, RequestHead.declaredLength(headers));
        return parameters.submission(caller, ParleyOperations.GATHER, text, messageId);
    }
}
