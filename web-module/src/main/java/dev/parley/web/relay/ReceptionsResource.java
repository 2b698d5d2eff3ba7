package dev.parley.web.relay;

import dev.parley.message.Caller;
import dev.parley.relay.Mails;
import dev.parley.relay.ReceivedMails;
import dev.parley.relay.ReceptionReader;
import dev.parley.web.BlockingAnswer;
import dev.parley.web.BoundedText;
import dev.parley.web.Callers;
import dev.parley.web.Client;
import dev.parley.web.IdempotencyKey;
import dev.parley.web.ParleyApplication;
import dev.parley.web.PathName;
import dev.parley.web.Suspensions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
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
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
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
     * Receives messages and locks them, now or within a wait ({@link #receiveWaiting}); the answer comes after the
     * commit.
     */
    @POST
    @Operation(
            operationId = "receiveFromMailbox",
            summary = "Receive messages and lock them, now or when some come; acknowledge others before")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description =
                    "Repeated with the same key, a reception answers with the same messages, as far as they are still locked.",
            schema = @Schema(implementation = String.class),
            example = "\"poll-4711\"")
    @RequestBody(
            description = "Need not be there.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReceptionBody.class)))
    @APIResponse(
            responseCode = "200",
            description =
                    "Messages, each with its lock, and what became of the locks that were to be acknowledged, if any",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReceivedBody.class)))
    @APIResponse(responseCode = "204", description = "None came within the wait, and nothing was said of locks")
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "408", ref = "Refused")
    @APIResponse(responseCode = "413", ref = "Refused")
    @APIResponse(responseCode = "415", ref = "Refused")
    @APIResponse(responseCode = "422", ref = "Reused")
    public Response receive(
            @PathParam("mailbox") String mailbox,
            @BeanParam ReceptionParameters parameters,
            @Context HttpHeaders headers,
            @Context SecurityContext security,
            InputStream body) {
        // A path written so oddly that it went past the filter: no thread may wait for mail
        if (parameters.waits()) {
            throw new NotFoundException();
        }
        return BlockingAnswer.answer(asked(mailbox, parameters, headers, security, body), MailAnswer::received);
    }

    /**
     * Receives within a wait. While it waits it holds no thread. A client that closes its connection meanwhile waits no
     * more; what one gets that has gone without a word is available again when its lock has run out.
     */
    @POST
    @Path(ReceptionFilter.PATH)
    @Operation(hidden = true)
    public void receiveWaiting(
            @PathParam("mailbox") String mailbox,
            @BeanParam ReceptionParameters parameters,
            @Context HttpHeaders headers,
            @Context SecurityContext security,
            @Context HttpServletRequest request,
            InputStream body,
            @Suspended AsyncResponse suspended) {
        suspensions.answer(
                suspended,
                Client.awaits(request, asked(mailbox, parameters, headers, security, body)),
                parameters.patience(),
                MailAnswer::received);
    }

    private CompletableFuture<ReceivedMails> asked(
            String mailbox,
            ReceptionParameters parameters,
            HttpHeaders headers,
            SecurityContext security,
            InputStream body) {
        Caller caller = Callers.of(security);
        String name = PathName.mailbox(mailbox);
        String text = BoundedText.OF_LOCKS.optionalJson(headers, body);
        return receive(caller, name, headers.getRequestHeader(IdempotencyKey.HEADER), parameters, text);
    }

    CompletableFuture<ReceivedMails> receive(
            Caller caller, String mailbox, @Nullable List<String> keys, ReceptionParameters parameters, String text) {
        return mails.receive(
                parameters.reception(caller, mailbox, IdempotencyKey.of(keys), ReceptionReader.read(text)));
    }
}
