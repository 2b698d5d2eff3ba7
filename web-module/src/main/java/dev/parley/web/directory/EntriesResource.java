package dev.parley.web.directory;

import dev.parley.directory.Entries;
import dev.parley.message.Caller;
import dev.parley.web.BoundedText;
import dev.parley.web.Callers;
import dev.parley.web.ParleyApplication;
import dev.parley.web.PathName;
import dev.parley.web.RequestHead;
import dev.parley.web.WriteCondition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The directory: which operations there are, and entering those whose providers are outside of the EAR. */
@Path("operations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = ParleyApplication.OPERATIONS)
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "503", ref = "Unavailable")
@ApplicationScoped
public class EntriesResource {

    /** Bytes of a definition: its schema, and a hundred providers. */
    private static final int MAX_SIZE = 128 * 1024;

    @Inject
    Entries entries;

    /** All operations. */
    @GET
    @Operation(operationId = "listOperations", summary = "List the operations")
    @APIResponse(
            responseCode = "200",
            description = "All of them, entered ones and methods in the EAR",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = OperationsBody.class)))
    public Response list(@Context SecurityContext security) {
        return OperationAnswer.list(entries.list(), Callers.of(security));
    }

    /** One operation. */
    @GET
    @Path("{operation}")
    @Operation(operationId = "getOperation", summary = "Show an operation")
    @APIResponse(
            responseCode = "200",
            description = "The operation",
            headers =
                    @Header(
                            name = "ETag",
                            description = "The version of its entry",
                            schema = @Schema(implementation = String.class)),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = OperationBody.class)))
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Response get(@PathParam("operation") String operation, @Context SecurityContext security) {
        return OperationAnswer.shown(entries.get(PathName.operation(operation)), Callers.of(security));
    }

    /** Enters an operation, or changes it; operators only. */
    @PUT
    @Path("{operation}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "putOperation", summary = "Enter an operation, or change it (operators)")
    @Parameter(
            name = "If-Match",
            in = ParameterIn.HEADER,
            description = "Only if the entry still has this ETag; * for any.",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "If-None-Match",
            in = ParameterIn.HEADER,
            description = "* for only if there is no entry.",
            schema = @Schema(implementation = String.class))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DefinitionBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "Changed; holds from the next request on",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = OperationBody.class)))
    @APIResponse(
            responseCode = "201",
            description = "Entered; holds from the next request on",
            headers = {
                @Header(name = "Location", schema = @Schema(implementation = String.class)),
                @Header(name = "ETag", schema = @Schema(implementation = String.class))
            },
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = OperationBody.class)))
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "412", ref = "Refused")
    @APIResponse(responseCode = "413", ref = "Refused")
    @APIResponse(responseCode = "415", ref = "Refused")
    public Response put(
            @PathParam("operation") String operation,
            @Context HttpHeaders headers,
            @Context SecurityContext security,
            @Context UriInfo uris,
            InputStream body) {
        Caller caller = Callers.of(security);
        RequestHead.requireJson(headers.getMediaType());
        String text = new BoundedText(MAX_SIZE).read(body, RequestHead.declaredLength(headers));
        var written = entries.enter(PathName.operation(operation), text, WriteCondition.of(headers), caller);
        return OperationAnswer.written(written, caller, uris.getBaseUri());
    }

    /** Deletes what was entered for an operation; operators only. */
    @DELETE
    @Path("{operation}")
    @Operation(operationId = "deleteOperation", summary = "Delete the entry of an operation (operators)")
    @Parameter(
            name = "If-Match",
            in = ParameterIn.HEADER,
            description = "Only if the entry still has this ETag.",
            schema = @Schema(implementation = String.class))
    @APIResponse(responseCode = "204", description = "Deleted; a method in the EAR of that name serves again")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "409", ref = "Refused")
    @APIResponse(responseCode = "412", ref = "Refused")
    public Response delete(
            @PathParam("operation") String operation, @Context HttpHeaders headers, @Context SecurityContext security) {
        entries.delete(PathName.operation(operation), WriteCondition.of(headers), Callers.of(security));
        return Response.noContent().build();
    }
}
