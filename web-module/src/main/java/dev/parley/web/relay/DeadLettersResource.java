package dev.parley.web.relay;

import dev.parley.relay.DeadMails;
import dev.parley.web.Callers;
import dev.parley.web.JsonAnswer;
import dev.parley.web.PageParameters;
import dev.parley.web.ParleyApplication;
import dev.parley.web.PathName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The dead letters of a mailbox: what was delivered as often as it may be, and never acknowledged. */
@Path("mailboxes/{mailbox}/dead")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = ParleyApplication.MAILBOXES)
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "404", ref = "NotFound")
@APIResponse(responseCode = "503", ref = "Unavailable")
@ApplicationScoped
public class DeadLettersResource {

    @Inject
    DeadMails letters;

    /** The dead letters, in the order in which they were sent. */
    @GET
    @Operation(operationId = "listDeadLetters", summary = "List the dead letters of a mailbox")
    @APIResponse(
            responseCode = "200",
            description = "A page of them",
            headers = @Header(name = ParleyApplication.LINK, ref = ParleyApplication.LINK),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DeadLettersBody.class)))
    @APIResponse(responseCode = "400", ref = "Refused")
    public Response list(
            @PathParam("mailbox") String mailbox,
            @BeanParam PageParameters page,
            @Context SecurityContext security,
            @Context UriInfo uris) {
        String name = PathName.mailbox(mailbox);
        return MailAnswer.dead(letters.list(name, page.cursor(), page.size(), Callers.of(security)), uris);
    }

    /** Puts a dead letter back. */
    @POST
    @Path("{messageId}/redeliver")
    @Operation(operationId = "redeliverDeadLetter", summary = "Put a dead letter back into its mailbox")
    @APIResponse(responseCode = "204", description = "It is there again, as if it were sent now")
    @APIResponse(responseCode = "429", ref = "Full")
    public Response redeliver(
            @PathParam("mailbox") String mailbox,
            @PathParam("messageId") String messageId,
            @Context SecurityContext security) {
        letters.redeliver(PathName.mailbox(mailbox), PathName.message(messageId), Callers.of(security));
        return JsonAnswer.done();
    }

    /** Removes a dead letter. */
    @DELETE
    @Path("{messageId}")
    @Operation(operationId = "removeDeadLetter", summary = "Remove a dead letter, for good")
    @APIResponse(responseCode = "204", description = "Removed")
    public Response remove(
            @PathParam("mailbox") String mailbox,
            @PathParam("messageId") String messageId,
            @Context SecurityContext security) {
        letters.remove(PathName.mailbox(mailbox), PathName.message(messageId), Callers.of(security));
        return JsonAnswer.done();
    }
}
