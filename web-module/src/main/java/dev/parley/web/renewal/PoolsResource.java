package dev.parley.web.renewal;

import dev.parley.message.Caller;
import dev.parley.renewal.Pools;
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

/** The pools of resources: which there are, and what they are like. */
@Path("pools")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = ParleyApplication.POOLS)
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "503", ref = "Unavailable")
@ApplicationScoped
public class PoolsResource {

    /** Bytes of a definition. */
    private static final BoundedText DEFINITION = new BoundedText(16 * 1024);

    @Inject
    Pools pools;

    /** All pools. */
    @GET
    @Operation(operationId = "listPools", summary = "List the pools, by name")
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
                            schema = @Schema(implementation = PoolsBody.class)))
    @APIResponse(responseCode = "400", ref = "Refused")
    public Response list(@BeanParam PageParameters page, @Context SecurityContext security, @Context UriInfo uris) {
        return PoolAnswer.page(pools.list(page.cursor(), page.size(), Callers.of(security)), uris);
    }

    /** One pool, and how much of it is in use. */
    @GET
    @Path("{pool}")
    @Operation(operationId = "getPool", summary = "Show a pool and how much of it is in use")
    @APIResponse(
            responseCode = "200",
            description = "The pool",
            headers =
                    @Header(
                            name = "ETag",
                            description = "The version of its definition",
                            schema = @Schema(implementation = String.class)),
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = PoolBody.class)))
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Response get(@PathParam("pool") String pool, @Context SecurityContext security) {
        return PoolAnswer.shown(pools.get(PathName.pool(pool), Callers.of(security)));
    }

    /** Defines a pool, or changes it. */
    @PUT
    @Path("{pool}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "putPool", summary = "Define a pool, or change it")
    @Parameter(
            name = "If-Match",
            in = ParameterIn.HEADER,
            description = "Only if the pool still has this ETag; * for any.",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "If-None-Match",
            in = ParameterIn.HEADER,
            description = "* for only if there is no such pool.",
            schema = @Schema(implementation = String.class))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PoolDefinitionBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "Changed; holds at once",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = PoolBody.class)))
    @APIResponse(
            responseCode = "201",
            description = "Defined",
            headers = {
                @Header(name = "Location", schema = @Schema(implementation = String.class)),
                @Header(name = "ETag", schema = @Schema(implementation = String.class))
            },
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = PoolBody.class)))
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "409", ref = "Refused")
    @APIResponse(responseCode = "412", ref = "Refused")
    @APIResponse(responseCode = "413", ref = "Refused")
    @APIResponse(responseCode = "415", ref = "Refused")
    public Response put(
            @PathParam("pool") String pool,
            @Context HttpHeaders headers,
            @Context SecurityContext security,
            @Context UriInfo uris,
            InputStream body) {
        Caller caller = Callers.of(security);
        String name = PathName.newPool(pool);
        String definition = DEFINITION.json(headers, body);
        return PoolAnswer.written(pools.define(name, definition, WriteCondition.of(headers), caller), uris);
    }

    /** Deletes a pool that nobody holds anything of. */
    @DELETE
    @Path("{pool}")
    @Operation(operationId = "deletePool", summary = "Delete a pool that nobody holds anything of or waits for")
    @Parameter(
            name = "If-Match",
            in = ParameterIn.HEADER,
            description = "Only if the pool still has this ETag.",
            schema = @Schema(implementation = String.class))
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "409", ref = "Refused")
    @APIResponse(responseCode = "412", ref = "Refused")
    public Response delete(
            @PathParam("pool") String pool, @Context HttpHeaders headers, @Context SecurityContext security) {
        pools.delete(PathName.pool(pool), WriteCondition.of(headers), Callers.of(security));
        return JsonAnswer.done();
    }
}
