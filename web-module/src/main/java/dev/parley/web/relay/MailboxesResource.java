package dev.parley.web.relay;

import dev.parley.message.Caller;
import dev.parley.relay.mailbox.Mailboxes;
import dev.parley.web.BoundedText;
import dev.parley.web.Callers;
import dev.parley.web.JsonAnswer;
import dev.parley.web.PageParameters;
import dev.parley.web.ParleyApplication;
import dev.parley.web.PathName;
import dev.parley.web.WriteCondition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;
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

/** The mailboxes of the Relay: which there are, and what they are like. */
@Path("mailboxes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = ParleyApplication.MAILBOXES)
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "503", ref = "Unavailable")
@ApplicationScoped
public class MailboxesResource {

    /** Bytes of a definition: a thousand senders. */
    private static final BoundedText DEFINITION = new BoundedText(512 * 1024);

    @Inject
    Mailboxes mailboxes;

    /** The caller's mailboxes. */
    @GET
    @Operation(operationId = "listMailboxes", summary = "List one's own mailboxes (operators: all), by name")
    @APIResponse(
            responseCode = "200",
            description = "A page of them",
            headers =
                    @Header(
                            name = "Link",
                            description = "rel=next, if there is a next page",
                            schema = @Schema(implementation = String.class)),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MailboxesBody.class)))
    @APIResponse(responseCode = "400", ref = "Refused")
    public Response list(@BeanParam PageParameters page, @Context SecurityContext security, @Context UriInfo uris) {
        return MailboxAnswer.page(mailboxes.list(page.cursor(), page.size(), Callers.of(security)), uris);
    }

    /** One mailbox, with what is in it. */
    @GET
    @Path("{mailbox}")
    @Operation(operationId = "getMailbox", summary = "Show a mailbox and how much is in it")
    @APIResponse(
            responseCode = "200",
            description = "The mailbox",
            headers =
                    @Header(
                            name = "ETag",
                            description = "The version of its definition",
                            schema = @Schema(implementation = String.class)),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MailboxBody.class)))
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Response get(@PathParam("mailbox") String mailbox, @Context SecurityContext security) {
        return MailboxAnswer.shown(mailboxes.get(PathName.mailbox(mailbox), Callers.of(security)));
    }

    /** Defines a mailbox, or changes it. */
    @PUT
    @Path("{mailbox}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "putMailbox", summary = "Define a mailbox, or change it")
    @Parameter(
            name = "If-Match",
            in = ParameterIn.HEADER,
            description = "Only if the mailbox still has this ETag; * for any.",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "If-None-Match",
            in = ParameterIn.HEADER,
            description = "* for only if there is no such mailbox.",
            schema = @Schema(implementation = String.class))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MailboxDefinitionBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "Changed; holds at once",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MailboxBody.class)))
    @APIResponse(
            responseCode = "201",
            description = "Defined",
            headers = {
                @Header(name = "Location", schema = @Schema(implementation = String.class)),
                @Header(name = "ETag", schema = @Schema(implementation = String.class))
            },
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MailboxBody.class)))
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "409", ref = "Refused")
    @APIResponse(responseCode = "412", ref = "Refused")
    @APIResponse(responseCode = "413", ref = "Refused")
    @APIResponse(responseCode = "415", ref = "Refused")
    public Response put(
            @PathParam("mailbox") String mailbox,
            @Context HttpHeaders headers,
            @Context SecurityContext security,
            @Context UriInfo uris,
            InputStream body) {
        Caller caller = Callers.of(security);
        String name = PathName.newMailbox(mailbox);
        String definition = DEFINITION.json(headers, body);
        return MailboxAnswer.written(mailboxes.define(name, definition, WriteCondition.of(headers), caller), uris);
    }

    /** Deletes a mailbox. */
    @DELETE
    @Path("{mailbox}")
    @Operation(operationId = "deleteMailbox", summary = "Delete a mailbox")
    @Parameter(
            name = "If-Match",
            in = ParameterIn.HEADER,
            description = "Only if the mailbox still has this ETag.",
            schema = @Schema(implementation = String.class))
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "409", ref = "Refused")
    @APIResponse(responseCode = "412", ref = "Refused")
    public Response delete(
            @PathParam("mailbox") String mailbox,
            @Parameter(
                            description = "Also with messages and dead letters in it, which are gone then.",
                            schema = @Schema(implementation = Boolean.class, defaultValue = "false"))
                    @QueryParam("purge")
                    @Nullable
                    String purge,
            @Context HttpHeaders headers,
            @Context SecurityContext security) {
        mailboxes.delete(PathName.mailbox(mailbox), WriteCondition.of(headers), isTrue(purge), Callers.of(security));
        return JsonAnswer.done();
    }

    private static boolean isTrue(@Nullable String purge) {
        String given = PageParameters.given(purge);
        if (given != null && !given.equals("true") && !given.equals("false")) {
            throw PageParameters.invalid("purge", List.of("true", "false"));
        }
        return "true".equals(given);
    }
}
