package dev.parley.web.relay;

import dev.parley.message.Caller;
import dev.parley.relay.Mails;
import dev.parley.relay.SendingReader;
import dev.parley.relay.Sent;
import dev.parley.web.BlockingAnswer;
import dev.parley.web.BoundedText;
import dev.parley.web.Callers;
import dev.parley.web.IdempotencyKey;
import dev.parley.web.PageParameters;
import dev.parley.web.ParleyApplication;
import dev.parley.web.PathName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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
import org.jspecify.annotations.Nullable;

/** The messages in a mailbox: sending, and looking at them without receiving them. */
@Path("mailboxes/{mailbox}/messages")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = ParleyApplication.MAILBOXES)
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "404", ref = "NotFound")
@APIResponse(responseCode = "503", ref = "Unavailable")
@ApplicationScoped
public class MailboxMessagesResource {

    @Inject
    Mails mails;

    @Inject
    @ConfigProperty(name = "parley.message.max-size", defaultValue = "1048576")
    int maxSize;

    /** Accepts one message, or all of a list, durably: the answer comes after the commit. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "sendToMailbox", summary = "Send a message to a mailbox, or several")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, ref = ParleyApplication.IDEMPOTENCY_KEY)
    @RequestBody(
            required = true,
            description =
                    "One message, or {messages: […]}, up to 100 of them, of which all are accepted or none; in bytes at most twice what one body may have.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SendingBody.class)))
    @APIResponse(
            responseCode = "201",
            description = "Accepted, durably; also for a repeated request",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = SentBody.class)))
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "408", ref = "Refused")
    @APIResponse(responseCode = "413", ref = "Refused")
    @APIResponse(responseCode = "415", ref = "Refused")
    @APIResponse(responseCode = "422", ref = "Reused")
    @APIResponse(responseCode = "429", ref = "Full")
    public Response send(
            @PathParam("mailbox") String mailbox,
            @Context HttpHeaders headers,
            @Context SecurityContext security,
            InputStream body) {
        Caller caller = Callers.of(security);
        String name = PathName.mailbox(mailbox);
        String text = BoundedText.around(maxSize).json(headers, body);
        return BlockingAnswer.answer(
                send(caller, name, headers.getRequestHeader(IdempotencyKey.HEADER), text), MailAnswer::sent);
    }

    CompletableFuture<Sent> send(Caller caller, String mailbox, @Nullable List<String> keys, String text) {
        return mails.send(SendingReader.read(caller, mailbox, text, IdempotencyKey.of(keys)));
    }

    /** The messages that are there, in the order of arrival; nothing is locked. */
    @GET
    @Operation(operationId = "browseMailbox", summary = "Look at the messages in a mailbox without receiving them")
    @APIResponse(
            responseCode = "200",
            description = "A page of them, in the order of arrival",
            headers = @Header(name = ParleyApplication.LINK, ref = ParleyApplication.LINK),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BrowsedBody.class)))
    @APIResponse(responseCode = "400", ref = "Refused")
    public Response browse(
            @PathParam("mailbox") String mailbox,
            @BeanParam PageParameters page,
            @Context SecurityContext security,
            @Context UriInfo uris) {
        String name = PathName.mailbox(mailbox);
        return MailAnswer.browsed(mails.browse(name, page.cursor(), page.size(), Callers.of(security)), uris);
    }
}
