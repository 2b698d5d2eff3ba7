package dev.parley.web.process;

import dev.parley.process.Instances;
import dev.parley.process.command.CommandReader;
import dev.parley.web.BoundedText;
import dev.parley.web.Call;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The steps of a process: where they stand, and what operators have done with those that wait for somebody. A command
 * names the step as it was seen.
 */
@Path("conversations/{id}/steps")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = ParleyApplication.PROCESSES)
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "503", ref = "Unavailable")
@ApplicationScoped
public class StepsResource {

    @Inject
    Instances instances;

    /** All steps that were begun, and what the caller may have done now. */
    @GET
    @Operation(operationId = "listSteps", summary = "Show where the steps of a process stand")
    @APIResponse(
            responseCode = "200",
            description = "Where it stands",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = InstanceBody.class)))
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "410", ref = "Gone")
    public Response list(@PathParam("id") String id, @BeanParam Call call) {
        return JsonAnswer.of(InstanceJson.of(instances.get(PathName.conversation(id), call.caller())));
    }

    /** Tries a step again at once, if wanted with another request. */
    @POST
    @Path("{step}/retry")
    @Operation(operationId = "retryStep", summary = "Try a step, or its undoing, again")
    @Parameter(name = ParleyApplication.IF_MATCH, in = ParameterIn.HEADER, ref = ParleyApplication.IF_MATCH)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CommandBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "Done; where the instance stands now",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = InstanceBody.class)))
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "409", ref = "Refused")
    @APIResponse(responseCode = "410", ref = "Gone")
    @APIResponse(responseCode = "412", ref = "Refused")
    @APIResponse(responseCode = "408", ref = "Refused")
    @APIResponse(responseCode = "413", ref = "Refused")
    @APIResponse(responseCode = "415", ref = "Refused")
    public Response retry(
            @PathParam("id") String id, @PathParam("step") String step, @BeanParam Call call, InputStream body) {
        return command(CommandReader.OfStep.RETRY, id, step, call, body);
    }

    /** Goes on without a step; what it should have undone is written off. */
    @POST
    @Path("{step}/skip")
    @Operation(operationId = "skipStep", summary = "Go on without a step")
    @Parameter(name = ParleyApplication.IF_MATCH, in = ParameterIn.HEADER, ref = ParleyApplication.IF_MATCH)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CommandBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "Done; where the instance stands now",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = InstanceBody.class)))
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "409", ref = "Refused")
    @APIResponse(responseCode = "410", ref = "Gone")
    @APIResponse(responseCode = "412", ref = "Refused")
    @APIResponse(responseCode = "408", ref = "Refused")
    @APIResponse(responseCode = "413", ref = "Refused")
    @APIResponse(responseCode = "415", ref = "Refused")
    public Response skip(
            @PathParam("id") String id, @PathParam("step") String step, @BeanParam Call call, InputStream body) {
        return command(CommandReader.OfStep.SKIP, id, step, call, body);
    }

    /** Says what came of a step of which nobody knows. */
    @POST
    @Path("{step}/resolve")
    @Operation(operationId = "resolveStep", summary = "Say what came of a step")
    @Parameter(name = ParleyApplication.IF_MATCH, in = ParameterIn.HEADER, ref = ParleyApplication.IF_MATCH)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CommandBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "Done; where the instance stands now",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = InstanceBody.class)))
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "409", ref = "Refused")
    @APIResponse(responseCode = "410", ref = "Gone")
    @APIResponse(responseCode = "412", ref = "Refused")
    @APIResponse(responseCode = "408", ref = "Refused")
    @APIResponse(responseCode = "413", ref = "Refused")
    @APIResponse(responseCode = "415", ref = "Refused")
    public Response resolve(
            @PathParam("id") String id, @PathParam("step") String step, @BeanParam Call call, InputStream body) {
        return command(CommandReader.OfStep.RESOLVE, id, step, call, body);
    }

    /** Asks another operation instead. */
    @POST
    @Path("{step}/replace")
    @Operation(operationId = "replaceStep", summary = "Ask another operation for a step")
    @Parameter(name = ParleyApplication.IF_MATCH, in = ParameterIn.HEADER, ref = ParleyApplication.IF_MATCH)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CommandBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "Done; where the instance stands now",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = InstanceBody.class)))
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "409", ref = "Refused")
    @APIResponse(responseCode = "410", ref = "Gone")
    @APIResponse(responseCode = "412", ref = "Refused")
    @APIResponse(responseCode = "408", ref = "Refused")
    @APIResponse(responseCode = "413", ref = "Refused")
    @APIResponse(responseCode = "415", ref = "Refused")
    public Response replace(
            @PathParam("id") String id, @PathParam("step") String step, @BeanParam Call call, InputStream body) {
        return command(CommandReader.OfStep.REPLACE, id, step, call, body);
    }

    private Response command(CommandReader.OfStep kind, String id, String step, Call call, InputStream body) {
        String text = call.optionalJson(BoundedText.OF_COMMANDS, body);
        var command = CommandReader.read(kind, step, call.seen(), text);
        return JsonAnswer.of(InstanceJson.of(instances.command(PathName.conversation(id), command, call.caller())));
    }
}
