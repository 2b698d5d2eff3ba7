package dev.parley.web.relay;

import dev.parley.message.Caller;
import dev.parley.relay.Acknowledged;
import dev.parley.relay.AnswerReader;
import dev.parley.relay.LockChange;
import dev.parley.relay.LocksReader;
import dev.parley.relay.Mails;
import dev.parley.web.BlockingAnswer;
import dev.parley.web.BoundedText;
import dev.parley.web.Callers;
import dev.parley.web.JsonAnswer;
import dev.parley.web.ParleyApplication;
import dev.parley.web.PathName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The locks of messages that were received: the answer to each call comes after the commit. */
@Path("mailboxes/{mailbox}/locks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = ParleyApplication.MAILBOXES)
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "404", ref = "NotFound")
@APIResponse(responseCode = "503", ref = "Unavailable")
@ApplicationScoped
public class LocksResource {

    @Inject
    Mails mails;

    @Inject
    @ConfigProperty(name = "parley.message.max-size", defaultValue = "1048576")
    int maxSize;

    /** Acknowledges a message, which removes it. */
    @DELETE
    @Path("{lock}")
    @Operation(operationId = "acknowledge", summary = "Acknowledge a message")
    @APIResponse(responseCode = "204", description = "The message is removed")
    @APIResponse(responseCode = "410", ref = "LockLost")
    public Response acknowledge(
            @PathParam("mailbox") String mailbox, @PathParam("lock") String lock, @Context SecurityContext security) {
        Caller caller = Callers.of(security);
        return BlockingAnswer.answer(
                acknowledge(caller, PathName.mailbox(mailbox), lock), nothing -> JsonAnswer.done());
    }

    CompletableFuture<Void> acknowledge(Caller caller, String mailbox, String lock) {
        return mails.acknowledge(mailbox, lock, caller);
    }

    /** Acknowledges many messages, as far as their locks are valid. */
    @POST
    @Path("acknowledge")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "acknowledgeMany", summary = "Acknowledge many messages")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = LocksBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "What became of each",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AcknowledgedBody.class)))
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "408", ref = "Refused")
    @APIResponse(responseCode = "413", ref = "Refused")
    @APIResponse(responseCode = "415", ref = "Refused")
    public Response acknowledgeMany(
            @PathParam("mailbox") String mailbox,
            @Context HttpHeaders headers,
            @Context SecurityContext security,
            InputStream body) {
        Caller caller = Callers.of(security);
        String name = PathName.mailbox(mailbox);
        return BlockingAnswer.answer(
                acknowledgeMany(caller, name, BoundedText.OF_LOCKS.json(headers, body)), MailAnswer::acknowledged);
    }

    CompletableFuture<Acknowledged> acknowledgeMany(Caller caller, String mailbox, String text) {
        return mails.acknowledge(mailbox, LocksReader.read(text), caller);
    }

    /** Extends a lock, or gives its message back. */
    @PATCH
    @Path("{lock}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "changeLock", summary = "Extend a lock, or give the message back")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = LockChangeBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "Extended",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = LockBody.class)))
    @APIResponse(responseCode = "204", description = "Given back")
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "410", ref = "LockLost")
    @APIResponse(responseCode = "408", ref = "Refused")
    @APIResponse(responseCode = "413", ref = "Refused")
    @APIResponse(responseCode = "415", ref = "Refused")
    public Response change(
            @PathParam("mailbox") String mailbox,
            @PathParam("lock") String lock,
            @Context HttpHeaders headers,
            @Context SecurityContext security,
            InputStream body) {
        Caller caller = Callers.of(security);
        String name = PathName.mailbox(mailbox);
        LockChange change = LockChange.read(BoundedText.OF_LOCKS.json(headers, body));
        if (change.givesBack()) {
            var givenBack = mails.giveBack(name, lock, change.delay(), caller);
            return BlockingAnswer.answer(givenBack, nothing -> JsonAnswer.done());
        }
        var extended = mails.extend(name, lock, change.lock(), caller);
        return BlockingAnswer.answer(extended, MailAnswer::extended);
    }

    /** Answers a message and acknowledges it, in one transaction. */
    @POST
    @Path("{lock}/reply")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "replyToMessage", summary = "Answer a message and acknowledge it, both or neither")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MailReplyBody.class)))
    @APIResponse(
            responseCode = "201",
            description = "The reply is sent, and the message is removed",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = SentBody.class)))
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "409", ref = "Refused")
    @APIResponse(responseCode = "410", ref = "LockLost")
    @APIResponse(responseCode = "408", ref = "Refused")
    @APIResponse(responseCode = "413", ref = "Refused")
    @APIResponse(responseCode = "415", ref = "Refused")
    @APIResponse(responseCode = "422", ref = "Reused")
    @APIResponse(responseCode = "429", ref = "Full")
    public Response reply(
            @PathParam("mailbox") String mailbox,
            @PathParam("lock") String lock,
            @Context HttpHeaders headers,
            @Context SecurityContext security,
            InputStream body) {
        Caller caller = Callers.of(security);
        String name = PathName.mailbox(mailbox);
        String text = BoundedText.around(maxSize).json(headers, body);
        var replied = mails.reply(name, lock, AnswerReader.read(text), caller);
        return BlockingAnswer.answer(replied, MailAnswer::sent);
    }
}
