package dev.parley.web.relay;

import dev.parley.relay.mailbox.MailboxView;
import dev.parley.relay.mailbox.Mailboxes;
import dev.parley.web.Call;
import dev.parley.web.HttpDefinitions;
import dev.parley.web.PageParameters;
import dev.parley.web.ParleyApplication;
import dev.parley.web.RecordJson;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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

    private static final HttpDefinitions<MailboxView> MAILBOXES = new HttpDefinitions<>(new MailboxShape());

    @Inject
    Mailboxes mailboxes;

    /** The caller's mailboxes. */
    @GET
    @Operation(operationId = "listMailboxes", summary = "List one's own mailboxes (operators: all), by name")
    @APIResponse(
            responseCode = "200",
            description = "A page of them",
            headers = @Header(name = ParleyApplication.LINK, ref = ParleyApplication.LINK),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MailboxesBody.class)))
    @APIResponse(responseCode = "400", ref = "Refused")
    public Response list(@BeanParam PageParameters page, @BeanParam Call call) {
        var found = mailboxes.list(page.cursor(), page.size(), call.caller());
        return MAILBOXES.list(RecordJson.of(MailboxesBody.of(found)), found, call);
    }

    /** One mailbox, with what is in it. */
    @GET
    @Path("{mailbox}")
    @Operation(operationId = "getMailbox", summary = "Show a mailbox and how much is in it")
    @APIResponse(
            responseCode = "200",
            description = "The mailbox",
            headers = @Header(name = ParleyApplication.ETAG, ref = ParleyApplication.ETAG),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MailboxBody.class)))
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Response get(@PathParam("mailbox") String mailbox, @BeanParam Call call) {
        return MAILBOXES.get(mailbox, call, mailboxes::get);
    }

    /** Defines a mailbox, or changes it. */
    @PUT
    @Path("{mailbox}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "putMailbox", summary = "Define a mailbox, or change it")
    @Parameter(name = ParleyApplication.IF_MATCH, in = ParameterIn.HEADER, ref = ParleyApplication.IF_MATCH)
    @Parameter(name = ParleyApplication.IF_NONE_MATCH, in = ParameterIn.HEADER, ref = ParleyApplication.IF_NONE_MATCH)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MailboxDefinitionBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "Changed; holds at once",
            headers = @Header(name = ParleyApplication.ETAG, ref = ParleyApplication.ETAG),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MailboxBody.class)))
    @APIResponse(
            responseCode = "201",
            description = "Defined",
            headers = {
                @Header(name = ParleyApplication.LOCATION, ref = ParleyApplication.LOCATION),
                @Header(name = ParleyApplication.ETAG, ref = ParleyApplication.ETAG)
            },
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MailboxBody.class)))
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "409", ref = "Refused")
    @APIResponse(responseCode = "412", ref = "Refused")
    @APIResponse(responseCode = "408", ref = "Refused")
    @APIResponse(responseCode = "413", ref = "Refused")
    @APIResponse(responseCode = "415", ref = "Refused")
    public Response put(@PathParam("mailbox") String mailbox, @BeanParam Call call, InputStream body) {
        return MAILBOXES.put(mailbox, body, call, mailboxes::define);
    }

    /** Deletes a mailbox. */
    @DELETE
    @Path("{mailbox}")
    @Operation(operationId = "deleteMailbox", summary = "Delete a mailbox")
    @Parameter(name = ParleyApplication.IF_MATCH, in = ParameterIn.HEADER, ref = ParleyApplication.IF_MATCH)
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
            @BeanParam Call call) {
        return MAILBOXES.delete(
                mailbox, call, (name, expected, caller) -> mailboxes.delete(name, expected, isTrue(purge), caller));
    }

    private static boolean isTrue(@Nullable String purge) {
        String given = PageParameters.given(purge);
        if (given != null && !given.equals("true") && !given.equals("false")) {
            throw PageParameters.invalid("purge", List.of("true", "false"));
        }
        return "true".equals(given);
    }
}
