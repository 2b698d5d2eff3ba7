package dev.parley.web.process;

import dev.parley.message.Refusal;
import dev.parley.process.ProcessKind;
import dev.parley.process.ProcessVersion;
import dev.parley.process.ProcessView;
import dev.parley.process.Processes;
import dev.parley.web.Call;
import dev.parley.web.HttpDefinitions;
import dev.parley.web.HttpProblem;
import dev.parley.web.JsonAnswer;
import dev.parley.web.PageParameters;
import dev.parley.web.ParleyApplication;
import dev.parley.web.PathName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The versions that processes have had; none of them ever changes. */
@Path("processes/{process}/versions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = ParleyApplication.PROCESSES)
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "503", ref = "Unavailable")
@ApplicationScoped
public class VersionsResource {

    private static final HttpDefinitions<ProcessView> PROCESSES = new HttpDefinitions<>(new ProcessShape());
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    @Inject
    Processes processes;

    /** All versions of a process. */
    @GET
    @Operation(operationId = "listProcessVersions", summary = "List the versions that a process has had")
    @APIResponse(
            responseCode = "200",
            description = "A page of them",
            headers = @Header(name = ParleyApplication.LINK, ref = ParleyApplication.LINK),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = VersionsBody.class)))
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Response list(@PathParam("process") String process, @BeanParam PageParameters page, @BeanParam Call call) {
        var found = processes.versions(PathName.of(ProcessKind.STORED, process), page.cursor(), page.size());
        return PROCESSES.list(ProcessJson.versions(found), found, call);
    }

    /** One version. */
    @GET
    @Path("{number}")
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
    @Operation(operationId = "getProcessVersion", summary = "Show a version that a process has had")
    @APIResponse(
            responseCode = "200",
            description = "The version, or its picture",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = VersionBody.class)),
                @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Response get(
            @PathParam("process") String process,
            @PathParam("number") String number,
            @Parameter(
                            description = "mermaid for its picture, as text.",
                            schema =
                                    @Schema(
                                            implementation = String.class,
                                            enumeration = {"json", "mermaid"},
                                            defaultValue = "json"))
                    @QueryParam("format")
                    @Nullable
                    String format) {
        boolean picture = Picture.isWanted(format);
        ProcessVersion version = version(process, number);
        return picture ? Picture.of(processes.picture(version.definition())) : JsonAnswer.of(ProcessJson.of(version));
    }

    /** What another version has, and this one has not. */
    @GET
    @Path("{number}/diff")
    @Operation(operationId = "diffProcessVersions", summary = "Compare two versions of a process, step by step")
    @APIResponse(
            responseCode = "200",
            description = "What differs",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = DiffBody.class)))
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Response diff(
            @PathParam("process") String process,
            @PathParam("number") String number,
            @Parameter(description = "The number of the other version.", required = true) @QueryParam("with") @Nullable
                    String with) {
        String other = PageParameters.given(with);
        if (other == null || !NUMBER.matcher(other).matches()) {
            throw PageParameters.invalid("with", List.of("the number of a version"));
        }
        return JsonAnswer.of(ProcessJson.diff(version(process, number), version(process, other)));
    }

    private ProcessVersion version(String process, String number) {
        String name = PathName.of(ProcessKind.STORED, process);
        if (!NUMBER.matcher(number).matches()) {
            throw new Refusal(HttpProblem.of(404));
        }
        return processes.version(name, Integer.parseInt(number));
    }
}
