package dev.parley.web.process;

import dev.parley.process.InstanceView;
import dev.parley.process.Instances;
import dev.parley.web.BoundedText;
import dev.parley.web.Call;
import dev.parley.web.JsonAnswer;
import dev.parley.web.ParleyApplication;
import dev.parley.web.PathName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Wishes that what has ended is begun anew in the middle. */
@Path("conversations/{id}/rerun")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = ParleyApplication.PROCESSES)
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "503", ref = "Unavailable")
@ApplicationScoped
public class RerunsResource {

    @Inject
    Instances instances;

    /** Begins a new instance that takes over what this one did before a step. */
    @POST
    @Operation(operationId = "rerunProcess", summary = "Begin an instance anew from a step, as a new conversation")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RerunBody.class)))
    @APIResponse(
            responseCode = "201",
            description = "Begun; where the new one stands",
            headers = @Header(name = ParleyApplication.LOCATION, ref = ParleyApplication.LOCATION),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = InstanceBody.class)))
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "409", ref = "Refused")
    @APIResponse(responseCode = "410", ref = "Gone")
    @APIResponse(responseCode = "408", ref = "Refused")
    @APIResponse(responseCode = "413", ref = "Refused")
    @APIResponse(responseCode = "415", ref = "Refused")
    public Response rerun(@PathParam("id") String id, @BeanParam Call call, @Context UriInfo uris, InputStream body) {
        String text = call.optionalJson(BoundedText.OF_COMMANDS, body);
        InstanceView begun = instances.rerun(PathName.conversation(id), text, call.caller());
        return Response.fromResponse(JsonAnswer.of(InstanceJson.of(begun)))
                .status(Response.Status.CREATED)
                .location(uris.getBaseUriBuilder()
                        .path("conversations")
                        .path(begun.conversation().id())
                        .build())
                .build();
    }
}
