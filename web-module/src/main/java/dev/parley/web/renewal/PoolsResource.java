package dev.parley.web.renewal;

import dev.parley.renewal.PoolView;
import dev.parley.renewal.Pools;
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

/** The pools of resources: which there are, and what they are like. */
@Path("pools")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = ParleyApplication.POOLS)
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "503", ref = "Unavailable")
@ApplicationScoped
public class PoolsResource {

    private static final HttpDefinitions<PoolView> POOLS = new HttpDefinitions<>(new PoolShape());

    @Inject
    Pools pools;

    /** All pools. */
    @GET
    @Operation(operationId = "listPools", summary = "List the pools, by name")
    @APIResponse(
            responseCode = "200",
            description = "A page of them",
            headers = @Header(name = ParleyApplication.LINK, ref = ParleyApplication.LINK),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PoolsBody.class)))
    @APIResponse(responseCode = "400", ref = "Refused")
    public Response list(@BeanParam PageParameters page, @BeanParam Call call) {
        var found = pools.list(page.cursor(), page.size(), call.caller());
        return POOLS.list(RecordJson.of(PoolsBody.of(found, call.caller())), found, call);
    }

    /** One pool, and how much of it is in use. */
    @GET
    @Path("{pool}")
    @Operation(operationId = "getPool", summary = "Show a pool and how much of it is in use")
    @APIResponse(
            responseCode = "200",
            description = "The pool",
            headers = @Header(name = ParleyApplication.ETAG, ref = ParleyApplication.ETAG),
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = PoolBody.class)))
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Response get(@PathParam("pool") String pool, @BeanParam Call call) {
        return POOLS.get(pool, call, pools::get);
    }

    /** Defines a pool, or changes it. */
    @PUT
    @Path("{pool}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "putPool", summary = "Define a pool, or change it")
    @Parameter(name = ParleyApplication.IF_MATCH, in = ParameterIn.HEADER, ref = ParleyApplication.IF_MATCH)
    @Parameter(name = ParleyApplication.IF_NONE_MATCH, in = ParameterIn.HEADER, ref = ParleyApplication.IF_NONE_MATCH)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PoolDefinitionBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "Changed; holds at once",
            headers = @Header(name = ParleyApplication.ETAG, ref = ParleyApplication.ETAG),
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = PoolBody.class)))
    @APIResponse(
            responseCode = "201",
            description = "Defined",
            headers = {
                @Header(name = ParleyApplication.LOCATION, ref = ParleyApplication.LOCATION),
                @Header(name = ParleyApplication.ETAG, ref = ParleyApplication.ETAG)
            },
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = PoolBody.class)))
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "409", ref = "Refused")
    @APIResponse(responseCode = "412", ref = "Refused")
    @APIResponse(responseCode = "408", ref = "Refused")
    @APIResponse(responseCode = "413", ref = "Refused")
    @APIResponse(responseCode = "415", ref = "Refused")
    public Response put(@PathParam("pool") String pool, @BeanParam Call call, InputStream body) {
        return POOLS.put(pool, body, call, pools::define);
    }

    /** Deletes a pool that nobody holds anything of. */
    @DELETE
    @Path("{pool}")
    @Operation(operationId = "deletePool", summary = "Delete a pool that nobody holds anything of or waits for")
    @Parameter(name = ParleyApplication.IF_MATCH, in = ParameterIn.HEADER, ref = ParleyApplication.IF_MATCH)
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "409", ref = "Refused")
    @APIResponse(responseCode = "412", ref = "Refused")
    public Response delete(@PathParam("pool") String pool, @BeanParam Call call) {
        return POOLS.delete(pool, call, pools::delete);
    }
}
