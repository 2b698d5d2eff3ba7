package dev.parley.web.process;

import dev.parley.process.ProcessKind;
import dev.parley.process.ProcessView;
import dev.parley.process.Processes;
import dev.parley.web.Call;
import dev.parley.web.HttpDefinitions;
import dev.parley.web.JsonAnswer;
import dev.parley.web.PageParameters;
import dev.parley.web.ParleyApplication;
import dev.parley.web.PathName;
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
import jakarta.ws.rs.QueryParam;
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
import org.jspecify.annotations.Nullable;

/** The processes that there are: each is asked for like an operation. */
@Path("processes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = ParleyApplication.PROCESSES)
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "503", ref = "Unavailable")
@ApplicationScoped
public class ProcessesResource {

    private static final HttpDefinitions<ProcessView> PROCESSES = new HttpDefinitions<>(new ProcessShape());

    @Inject
    Processes processes;

    /** All processes. */
    @GET
    @Operation(operationId = "listProcesses", summary = "List the processes, by name")
    @APIResponse(
            responseCode = "200",
            description = "A page of them",
            headers = @Header(name = ParleyApplication.LINK, ref = ParleyApplication.LINK),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ProcessesBody.class)))
    @APIResponse(responseCode = "400", ref = "Refused")
    public Response list(@BeanParam PageParameters page, @BeanParam Call call) {
        var found = processes.list(page.cursor(), page.size(), call.caller());
        return PROCESSES.list(ProcessJson.list(found), found, call);
    }

    /** One process, or its picture. */
    @GET
    @Path("{process}")
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
    @Operation(operationId = "getProcess", summary = "Show a process, or draw it")
    @APIResponse(
            responseCode = "200",
            description = "The process, or its picture",
            headers = @Header(name = ParleyApplication.ETAG, ref = ParleyApplication.ETAG),
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ProcessBody.class)),
                @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Response get(
            @PathParam("process") String process,
            @Parameter(
                            description = "mermaid for its picture, as text.",
                            schema =
                                    @Schema(
                                            implementation = String.class,
                                            enumeration = {"json", "mermaid"},
                                            defaultValue = "json"))
                    @QueryParam("format")
                    @Nullable
                    String format,
            @BeanParam Call call) {
        return Picture.isWanted(format)
                ? Picture.of(processes.picture(processes
                        .get(PathName.of(ProcessKind.STORED, process), call.caller())
                        .entry()
                        .definition()
                        .definition()))
                : PROCESSES.get(process, call, processes::get);
    }

    /** What is wrong with a process by now. */
    @GET
    @Path("{process}/problems")
    @Operation(
            operationId = "getProcessProblems",
            summary = "Show what is wrong with a process, with the operations that there are now")
    @APIResponse(
            responseCode = "200",
            description = "What is wrong; nothing if the lists are empty",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ProblemsBody.class)))
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Response problems(@PathParam("process") String process, @BeanParam Call call) {
        var found = processes.problems(PathName.of(ProcessKind.STORED, process), call.caller());
        return JsonAnswer.of(ProcessJson.problems(found));
    }

    /** Defines a process, or gives it another version. */
    @PUT
    @Path("{process}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "putProcess", summary = "Define a process, or give it another version")
    @Parameter(name = ParleyApplication.IF_MATCH, in = ParameterIn.HEADER, ref = ParleyApplication.IF_MATCH)
    @Parameter(name = ParleyApplication.IF_NONE_MATCH, in = ParameterIn.HEADER, ref = ParleyApplication.IF_NONE_MATCH)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ProcessDefinitionBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "A version that there was already; new instances follow it",
            headers = @Header(name = ParleyApplication.ETAG, ref = ParleyApplication.ETAG),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ProcessBody.class)))
    @APIResponse(
            responseCode = "201",
            description = "A new version; new instances follow it, others keep theirs",
            headers = {
                @Header(name = ParleyApplication.LOCATION, ref = ParleyApplication.LOCATION),
                @Header(name = ParleyApplication.ETAG, ref = ParleyApplication.ETAG)
            },
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ProcessBody.class)))
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "412", ref = "Refused")
    @APIResponse(responseCode = "408", ref = "Refused")
    @APIResponse(responseCode = "413", ref = "Refused")
    @APIResponse(responseCode = "415", ref = "Refused")
    public Response put(@PathParam("process") String process, @BeanParam Call call, InputStream body) {
        return PROCESSES.put(process, body, call, processes::define);
    }

    /** Deletes a process none of whose instances goes on. */
    @DELETE
    @Path("{process}")
    @Operation(operationId = "deleteProcess", summary = "Delete a process none of whose instances goes on")
    @Parameter(name = ParleyApplication.IF_MATCH, in = ParameterIn.HEADER, ref = ParleyApplication.IF_MATCH)
    @APIResponse(responseCode = "204", description = "Deleted; its versions are kept")
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "409", ref = "Refused")
    @APIResponse(responseCode = "412", ref = "Refused")
    public Response delete(@PathParam("process") String process, @BeanParam Call call) {
        return PROCESSES.delete(process, call, processes::delete);
    }
}
