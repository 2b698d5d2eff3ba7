package dev.parley.web.exchange;

import dev.parley.conversation.ConversationView;
import dev.parley.engine.journal.Conversations;
import dev.parley.message.Caller;
import dev.parley.web.Callers;
import dev.parley.web.IfNoneMatch;
import dev.parley.web.JsonAnswer;
import dev.parley.web.ParleyApplication;
import dev.parley.web.PathName;
import dev.parley.web.Preferences;
import dev.parley.web.Suspensions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The conversations, and what was said in them. */
@Path("conversations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = ParleyApplication.CONVERSATIONS)
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "503", ref = "Unavailable")
@ApplicationScoped
public class ConversationsResource {

    @Inject
    Conversations conversations;

    @Inject
    Suspensions suspensions;

    /** Conversations, newest first. */
    @GET
    @Operation(operationId = "listConversations", summary = "List conversations, newest first")
    @APIResponse(
            responseCode = "200",
            description = "A page of them",
            headers = @Header(name = ParleyApplication.LINK, ref = ParleyApplication.LINK),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ConversationsBody.class)))
    @APIResponse(responseCode = "400", ref = "Refused")
    public Response list(
            @BeanParam ListParameters parameters, @Context SecurityContext security, @Context UriInfo uris) {
        return ConversationAnswer.page(conversations.list(parameters.query(), Callers.of(security)), uris);
    }

    /**
     * A conversation as it stands. With {@code Prefer: wait}, and a version the client has: as soon as it is another;
     * without one: as soon as the conversation has ended.
     */
    @GET
    @Path("{id}")
    @Operation(operationId = "getConversation", summary = "Show a conversation, now or when it has changed")
    @Parameter(
            name = "If-None-Match",
            in = ParameterIn.HEADER,
            description = "The version the client has; with a wait, another is waited for, and otherwise the end.",
            schema = @Schema(implementation = String.class),
            example = "\"3\"")
    @Parameter(name = "Prefer", in = ParameterIn.HEADER, ref = ParleyApplication.PREFER)
    @APIResponse(
            responseCode = "200",
            description = "As it stands, with its reply or fault once it has ended",
            headers = {
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
                            schema = @Schema(implementation = ConversationBody.class)))
    @APIResponse(responseCode = "304", description = "As the client has it")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "410", ref = "Gone")
    public void get(
            @PathParam("id") String id,
            @Context HttpHeaders headers,
            @Context SecurityContext security,
            @Suspended AsyncResponse suspended) {
        Preferences prefer = Preferences.of(headers.getRequestHeader("Prefer"));
        IfNoneMatch known = IfNoneMatch.of(headers.getRequestHeader(HttpHeaders.IF_NONE_MATCH));
        Caller caller = Callers.of(security);
        suspensions.answer(
                suspended,
                find(PathName.conversation(id), caller, known, prefer),
                prefer.delay(),
                view -> ConversationAnswer.shown(
                        view,
                        caller.operator() ? conversations.effort(view.conversation()) : null,
                        conversations.actions(view.conversation(), caller),
                        known,
                        prefer));
    }

    /** The journal of a conversation. */
    @GET
    @Path("{id}/messages")
    @Operation(operationId = "getMessages", summary = "Show all messages of a conversation")
    @APIResponse(
            responseCode = "200",
            description = "Its journal",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = JournalBody.class)))
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "410", ref = "Gone")
    public Response messages(@PathParam("id") String id, @Context SecurityContext security) {
        return JsonAnswer.of(JournalJson.of(conversations.messages(PathName.conversation(id), Callers.of(security))));
    }

    private CompletionStage<ConversationView> find(String id, Caller caller, IfNoneMatch known, Preferences prefer) {
        if (prefer.waits() && !known.given()) {
            return conversations.awaitFinal(id, caller, prefer.delay());
        }
        ConversationView view = conversations.get(id, caller);
        return prefer.waits()
                        && known.has(view)
                        && !view.conversation().status().isFinal()
                ? conversations.awaitChange(id, caller, view.conversation().version(), prefer.delay())
                : CompletableFuture.completedStage(view);
    }
}
