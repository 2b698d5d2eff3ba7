package dev.parley.web.directory;

import dev.parley.directory.Entries;
import dev.parley.directory.OperationView;
import dev.parley.web.Call;
import dev.parley.web.HttpDefinitions;
import dev.parley.web.JsonAnswer;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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

    private static final HttpDefinitions<OperationView> OPERATIONS = new HttpDefinitions<>(new OperationShape());

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
    public Response list(@BeanParam Call call) {
        return JsonAnswer.of(
                RecordJson.of(OperationsBody.of(entries.list(), call.caller().operator())));
    }

    /** One operation. */
    @GET
    @Path("{operation}")
    @Operation(operationId = "getOperation", summary = "Show an operation")
    @APIResponse(
            responseCode = "200",
            description = "The operation",
            headers = @Header(name = ParleyApplication.ETAG, ref = ParleyApplication.ETAG),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = OperationBody.class)))
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Response get(@PathParam("operation") String operation, @BeanParam Call call) {
        return OPERATIONS.get(operation, call, (name, caller) -> entries.get(name));
    }

    /** Enters an operation, or changes it; operators only. */
    @PUT
    @Path("{operation}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "putOperation", summary = "Enter an operation, or change it (operators)")
    @Parameter(name = ParleyApplication.IF_MATCH, in = ParameterIn.HEADER, ref = ParleyApplication.IF_MATCH)
    @Parameter(name = ParleyApplication.IF_NONE_MATCH, in = ParameterIn.HEADER, ref = ParleyApplication.IF_NONE_MATCH)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DefinitionBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "Changed; holds from the next request on",
            headers = @Header(name = ParleyApplication.ETAG, ref = ParleyApplication.ETAG),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = OperationBody.class)))
    @APIResponse(
            responseCode = "201",
            description = "Entered; holds from the next request on",
            headers = {
                @Header(name = ParleyApplication.LOCATION, ref = ParleyApplication.LOCATION),
                @Header(name = ParleyApplication.ETAG, ref = ParleyApplication.ETAG)
            },
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = OperationBody.class)))
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "409", ref = "Refused")
    @APIResponse(responseCode = "412", ref = "Refused")
    @APIResponse(responseCode = "408", ref = "Refused")
    @APIResponse(responseCode = "413", ref = "Refused")
    @APIResponse(responseCode = "415", ref = "Refused")
    public Response put(@PathParam("operation") String operation, @BeanParam Call call, InputStream body) {
        return OPERATIONS.put(operation, body, call, entries::enter);
    }

    /** Deletes what was entered for an operation; operators only. */
    @DELETE
    @Path("{operation}")
    @Operation(operationId = "deleteOperation", summary = "Delete the entry of an operation (operators)")
    @Parameter(name = ParleyApplication.IF_MATCH, in = ParameterIn.HEADER, ref = ParleyApplication.IF_MATCH)
    @APIResponse(responseCode = "204", description = "Deleted; a method in the EAR of that name serves again")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "409", ref = "Refused")
    @APIResponse(responseCode = "412", ref = "Refused")
    public Response delete(@PathParam("operation") String operation, @BeanParam Call call) {
        return OPERATIONS.delete(operation, call, entries::delete);
    }
}
