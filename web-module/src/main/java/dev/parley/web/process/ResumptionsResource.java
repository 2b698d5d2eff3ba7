package dev.parley.web.process;

import dev.parley.process.Instances;
import dev.parley.process.command.Command;
import dev.parley.process.command.CommandReader;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Wishes that a process goes on. */
@Path("conversations/{id}/resume")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = ParleyApplication.PROCESSES)
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "503", ref = "Unavailable")
@ApplicationScoped
public class ResumptionsResource {

    @Inject
    Instances instances;

    /** Resumes an instance: what is due by now is done at once. */
    @POST
    @Operation(operationId = "resumeProcess", summary = "Let an instance of a process go on")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CommandBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "Done; where it stands now",
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
    public Response resume(@PathParam("id") String id, @BeanParam Call call, InputStream body) {
        var command = CommandReader.read(new Command.Resume(), call.optionalJson(BoundedText.OF_COMMANDS, body));
        var view = instances.command(PathName.conversation(id), command, call.caller());
        return JsonAnswer.of(InstanceJson.of(view));
    }
}
