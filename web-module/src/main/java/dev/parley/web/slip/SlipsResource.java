package dev.parley.web.slip;

import dev.parley.message.Caller;
import dev.parley.slip.CommandReader;
import dev.parley.slip.Slip;
import dev.parley.slip.SlipView;
import dev.parley.slip.Slips;
import dev.parley.web.BoundedText;
import dev.parley.web.Call;
import dev.parley.web.IdempotencyKey;
import dev.parley.web.JsonAnswer;
import dev.parley.web.ParleyApplication;
import dev.parley.web.PathName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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

/** Slips: messages that travel a route which their requester has chosen. */
@Path("slips")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = ParleyApplication.SLIPS)
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "503", ref = "Unavailable")
@ApplicationScoped
public class SlipsResource {

    @Inject
    Slips slips;

    /** Sends a slip on its way: the answer comes after the commit. */
    @POST
    @Operation(operationId = "startSlip", summary = "Send a slip on its way")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, ref = ParleyApplication.IDEMPOTENCY_KEY)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SlipOrderBody.class)))
    @APIResponse(
            responseCode = "202",
            description = "On its way, durably; also for a repeated order",
            headers =
                    @Header(
                            name = "Location",
                            description = "Where it can be looked at, if it is kept",
                            schema = @Schema(implementation = String.class)),
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = SlipBody.class)))
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "408", ref = "Refused")
    @APIResponse(responseCode = "413", ref = "Refused")
    @APIResponse(responseCode = "415", ref = "Refused")
    @APIResponse(responseCode = "422", ref = "Reused")
    public Response start(@BeanParam Call call, @Context HttpHeaders headers, @Context UriInfo uris, InputStream body) {
        Caller caller = call.caller();
        String key = IdempotencyKey.of(headers.getRequestHeader(IdempotencyKey.HEADER));
        Slip slip = slips.start(call.json(BoundedText.OF_COMMANDS, body), key, caller);
        return Response.accepted(SlipJson.of(slip).toString())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .location(uris.getBaseUri().resolve("slips/" + slip.id()))
                .build();
    }

    /** Where a slip is, as far as it is kept. */
    @GET
    @Path("{id}")
    @Operation(operationId = "getSlip", summary = "Show where a slip is that is kept")
    @APIResponse(
            responseCode = "200",
            description = "As it was seen last",
            headers =
                    @Header(
                            name = "ETag",
                            description = "What a command may name in If-Match",
                            schema = @Schema(implementation = String.class)),
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = SlipBody.class)))
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "410", ref = "Gone")
    public Response get(@PathParam("id") String id, @BeanParam Call call) {
        return shown(slips.get(PathName.conversation(id), call.caller()));
    }

    /** Tries the compensation again at which a slip is stuck. */
    @POST
    @Path("{id}/retry")
    @Operation(operationId = "retrySlip", summary = "Try again where a slip is stuck")
    @Parameter(name = ParleyApplication.IF_MATCH, in = ParameterIn.HEADER, ref = ParleyApplication.IF_MATCH)
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SlipCommandBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "It goes on",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = SlipBody.class)))
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "408", ref = "Refused")
    @APIResponse(responseCode = "409", ref = "Refused")
    @APIResponse(responseCode = "410", ref = "Gone")
    @APIResponse(responseCode = "412", ref = "Refused")
    @APIResponse(responseCode = "413", ref = "Refused")
    @APIResponse(responseCode = "415", ref = "Refused")
    public Response retry(@PathParam("id") String id, @BeanParam Call call, InputStream body) {
        return command(id, false, call, body);
    }

    /** Writes off what could not be undone, and has the slip go on. */
    @POST
    @Path("{id}/skip")
    @Operation(operationId = "skipSlip", summary = "Go on without undoing where a slip is stuck")
    @Parameter(name = ParleyApplication.IF_MATCH, in = ParameterIn.HEADER, ref = ParleyApplication.IF_MATCH)
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SlipCommandBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "It goes on",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = SlipBody.class)))
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "408", ref = "Refused")
    @APIResponse(responseCode = "409", ref = "Refused")
    @APIResponse(responseCode = "410", ref = "Gone")
    @APIResponse(responseCode = "412", ref = "Refused")
    @APIResponse(responseCode = "413", ref = "Refused")
    @APIResponse(responseCode = "415", ref = "Refused")
    public Response skip(@PathParam("id") String id, @BeanParam Call call, InputStream body) {
        return command(id, true, call, body);
    }

    private Response command(String id, boolean skip, Call call, InputStream body) {
        String reason = CommandReader.reason(call.optionalJson(BoundedText.OF_COMMANDS, body));
        return shown(slips.command(PathName.conversation(id), skip, call.seen(), reason, call.caller()));
    }

    /** With the entity tag that commands can name. */
    private static Response shown(SlipView view) {
        return JsonAnswer.with(SlipJson.of(view))
                .tag(new EntityTag(Integer.toString(view.conversation().version())))
                .build();
    }
}
