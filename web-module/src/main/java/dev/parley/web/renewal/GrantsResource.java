package dev.parley.web.renewal;

import dev.parley.message.Caller;
import dev.parley.renewal.Grant;
import dev.parley.renewal.Grants;
import dev.parley.renewal.PingAnswerReader;
import dev.parley.web.BoundedText;
import dev.parley.web.Callers;
import dev.parley.web.IdempotencyKey;
import dev.parley.web.JsonAnswer;
import dev.parley.web.ParleyApplication;
import dev.parley.web.PathName;
import dev.parley.web.Suspensions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The grants of a pool. The answer to whatever changes one comes after the commit, and no thread is held until then.
 */
@Path("pools/{pool}/grants")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = ParleyApplication.POOLS)
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "404", ref = "NotFound")
@APIResponse(responseCode = "503", ref = "Unavailable")
@ApplicationScoped
public class GrantsResource {

    private static final String GRANT = "The grant as it stands";

    /** Bytes of a wish, or of the answer to a ping. */
    private static final BoundedText SMALL = new BoundedText(16 * 1024);

    @Inject
    Grants grants;

    @Inject
    Suspensions suspensions;

    /** Asks for a grant. */
    @POST
    @Operation(operationId = "requestGrant", summary = "Ask for a grant of a pool")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, ref = ParleyApplication.IDEMPOTENCY_KEY)
    @RequestBody(
            required = false,
            description = "May be missing: then nobody is pinged, and it does not wait.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = GrantWishBody.class)))
    @APIResponse(
            responseCode = "201",
            description = "It is held; also for a repeated request, as long as it is",
            headers = @Header(name = "Location", schema = @Schema(implementation = String.class)),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = GrantBody.class)))
    @APIResponse(
            responseCode = "202",
            description = "It waits: nothing is free, and there is a time to wait",
            headers = @Header(name = "Location", schema = @Schema(implementation = String.class)),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = GrantBody.class)))
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "409", ref = "Exhausted")
    @APIResponse(responseCode = "410", ref = "GrantEnded")
    @APIResponse(responseCode = "408", ref = "Refused")
    @APIResponse(responseCode = "413", ref = "Refused")
    @APIResponse(responseCode = "415", ref = "Refused")
    @APIResponse(responseCode = "422", ref = "Reused")
    public void request(
            @PathParam("pool") String pool,
            @Context HttpHeaders headers,
            @Context SecurityContext security,
            @Context UriInfo uris,
            InputStream body,
            @Suspended AsyncResponse suspended) {
        Caller caller = Callers.of(security);
        String name = PathName.pool(pool);
        String key = IdempotencyKey.of(headers.getRequestHeader("Idempotency-Key"));
        URI base = uris.getBaseUri(); // not there any more when it is answered
        var requested = grants.request(name, SMALL.optionalJson(headers, body), key, caller);
        suspensions.answer(
                suspended, requested, Duration.ZERO, grant -> GrantAnswer.requested(grant, base, grants.now()));
    }

    /** Grants of a pool, also those that have ended. */
    @GET
    @Operation(
            operationId = "listGrants",
            summary =
                    "List one's own grants of a pool (whoever runs it: all), in the order in which they were asked for")
    @APIResponse(
            responseCode = "200",
            description = "A page of them",
            headers = @Header(name = ParleyApplication.LINK, ref = ParleyApplication.LINK),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = GrantsBody.class)))
    @APIResponse(responseCode = "400", ref = "Refused")
    public Response list(
            @PathParam("pool") String pool,
            @BeanParam GrantParameters parameters,
            @Context SecurityContext security,
            @Context UriInfo uris) {
        var page = grants.list(parameters.query(PathName.pool(pool)), Callers.of(security));
        return GrantAnswer.page(page, uris, grants.now());
    }

    /** One grant. */
    @GET
    @Path("{grant}")
    @Operation(operationId = "getGrant", summary = "Show a grant, and the ping that is to be answered")
    @APIResponse(
            responseCode = "200",
            description = GRANT,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = GrantBody.class)))
    @APIResponse(responseCode = "410", ref = "GrantEnded")
    public Response get(
            @PathParam("pool") String pool, @PathParam("grant") String grant, @Context SecurityContext security) {
        String name = PathName.pool(pool);
        return GrantAnswer.shown(grants.get(name, PathName.grant(grant), Callers.of(security)), grants.now());
    }

    /** Answers a ping: the caller still wants it. */
    @POST
    @Path("{grant}/confirm")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "confirmGrant", summary = "Answer a ping: the grant is still wanted")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PingAnswerBody.class)))
    @APIResponse(
            responseCode = "200",
            description = GRANT,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = GrantBody.class)))
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "409", ref = "Refused")
    @APIResponse(responseCode = "410", ref = "GrantEnded")
    @APIResponse(responseCode = "408", ref = "Refused")
    @APIResponse(responseCode = "413", ref = "Refused")
    @APIResponse(responseCode = "415", ref = "Refused")
    public void confirm(
            @PathParam("pool") String pool,
            @PathParam("grant") String grant,
            @Context HttpHeaders headers,
            @Context SecurityContext security,
            InputStream body,
            @Suspended AsyncResponse suspended) {
        Caller caller = Callers.of(security);
        String name = PathName.pool(pool);
        String id = PathName.grant(grant);
        String ping = PingAnswerReader.read(SMALL.json(headers, body));
        show(suspended, grants.confirm(name, id, ping, caller));
    }

    /** Answers a ping: the caller does not want it any more. */
    @POST
    @Path("{grant}/decline")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "declineGrant", summary = "Answer a ping: the grant is not wanted any more")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PingAnswerBody.class)))
    @APIResponse(
            responseCode = "200",
            description = GRANT,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = GrantBody.class)))
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "409", ref = "Refused")
    @APIResponse(responseCode = "410", ref = "GrantEnded")
    @APIResponse(responseCode = "408", ref = "Refused")
    @APIResponse(responseCode = "413", ref = "Refused")
    @APIResponse(responseCode = "415", ref = "Refused")
    public void decline(
            @PathParam("pool") String pool,
            @PathParam("grant") String grant,
            @Context HttpHeaders headers,
            @Context SecurityContext security,
            InputStream body,
            @Suspended AsyncResponse suspended) {
        Caller caller = Callers.of(security);
        String name = PathName.pool(pool);
        String id = PathName.grant(grant);
        String ping = PingAnswerReader.read(SMALL.json(headers, body));
        show(suspended, grants.decline(name, id, ping, caller));
    }

    /** Renews a lease. */
    @POST
    @Path("{grant}/renew")
    @Operation(operationId = "renewGrant", summary = "Renew a lease")
    @APIResponse(
            responseCode = "200",
            description = GRANT,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = GrantBody.class)))
    @APIResponse(responseCode = "409", ref = "Refused")
    @APIResponse(responseCode = "410", ref = "GrantEnded")
    public void renew(
            @PathParam("pool") String pool,
            @PathParam("grant") String grant,
            @Context SecurityContext security,
            @Suspended AsyncResponse suspended) {
        String name = PathName.pool(pool);
        show(suspended, grants.renew(name, PathName.grant(grant), Callers.of(security)));
    }

    /** Gives a grant back, or waits no longer. */
    @DELETE
    @Path("{grant}")
    @Operation(
            operationId = "releaseGrant",
            summary = "Give a grant back, or wait no longer; whoever runs the pool revokes so")
    @APIResponse(responseCode = "204", description = "It has ended; also if it was given back before")
    @APIResponse(responseCode = "410", ref = "GrantEnded")
    public void release(
            @PathParam("pool") String pool,
            @PathParam("grant") String grant,
            @Context SecurityContext security,
            @Suspended AsyncResponse suspended) {
        String name = PathName.pool(pool);
        var released = grants.release(name, PathName.grant(grant), Callers.of(security));
        suspensions.answer(suspended, released, Duration.ZERO, ended -> JsonAnswer.done());
    }

    private void show(AsyncResponse suspended, CompletableFuture<Grant> changed) {
        suspensions.answer(suspended, changed, Duration.ZERO, grant -> GrantAnswer.shown(grant, grants.now()));
    }
}
