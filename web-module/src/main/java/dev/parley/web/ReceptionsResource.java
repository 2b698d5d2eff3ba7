package dev.parley.web;

import dev.parley.conversation.Caller;
import dev.parley.relay.LockedMail;
import dev.parley.relay.Mails;
import dev.parley.web.schema.ReceivedBody;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
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
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Receiving from a mailbox. */
@Path("mailboxes/{mailbox}/receive")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = ParleyApplication.MAILBOXES)
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "404", ref = "NotFound")
@APIResponse(responseCode = "503", ref = "Unavailable")
@ApplicationScoped
public class ReceptionsResource {

    @Inject
    Mails mails;

    @Inject
    Suspensions suspensions;

    /**
     * Receives messages and locks them, now or within a wait ({@link #receiveWaiting}); the answer comes after the commit.
     */
    @POST
    @Operation(operationId = "receiveFromMailbox", summary = "Receive messages and lock them, now or when some come")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description =
                    "Repeated with the same key, a reception answers with the same messages, as far as they are still locked.",
            schema = @Schema(implementation = String.class),
            example = "\"poll-4711\"")
    @APIResponse(
            responseCode = "200",
            description = "Messages, each with its lock",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReceivedBody.class)))
    @APIResponse(responseCode = "204", description = "None came within the wait")
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "422", ref = "Reused")
    public Response receive(
            @PathParam("mailbox") String mailbox,
            @BeanParam ReceptionParameters parameters,
            @Context HttpHeaders headers,
            @Context SecurityContext security) {
        // A path written so oddly that it went past the filter: no thread may wait for mail
        if (parameters.waits()) {
            throw new NotFoundException();
        }
        return Awaited.answer(asked(mailbox, parameters, headers, security), MailAnswer::received);
    }

    /**
     * Receives within a wait. While it waits it holds no thread. That a client has gone meanwhile is not seen: what it would have got is available again when its lock
     * has run out.
     */
    @POST
    @Path(ReceptionFilter.PATH)
    @Operation(hidden = true)
    public void receiveWaiting(
            @PathParam("mailbox") String mailbox,
            @BeanParam ReceptionParameters parameters,
            @Context HttpHeaders headers,
            @Context SecurityContext security,
            @Suspended AsyncResponse suspended) {
        suspensions.answer(
                suspended, asked(mailbox, parameters, headers, security), parameters.patience(), MailAnswer::received);
    }

    private CompletableFuture<List<LockedMail>> asked(
            String mailbox, ReceptionParameters parameters, HttpHeaders headers, SecurityContext security) {
        Caller caller = Callers.of(security);
        return receive(caller, PathName.mailbox(mailbox), headers.getRequestHeader(IdempotencyKey.HEADER), parameters);
    }

    CompletableFuture<List<LockedMail>> receive(
            Caller caller, String mailbox, @Nullable List<String> keys, ReceptionParameters parameters) {
        return mails.receive(parameters.reception(caller, mailbox, IdempotencyKey.of(keys)));
    }
}
