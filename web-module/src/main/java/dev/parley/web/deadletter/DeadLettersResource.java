package dev.parley.web.deadletter;

import dev.parley.engine.deadletter.DeadLetterCommand;
import dev.parley.engine.deadletter.DeadLetterFilter;
import dev.parley.engine.deadletter.DeadLetterList;
import dev.parley.engine.deadletter.DeadLetters;
import dev.parley.message.Caller;
import dev.parley.message.CommonProblem;
import dev.parley.message.Refusal;
import dev.parley.web.BoundedText;
import dev.parley.web.Call;
import dev.parley.web.JsonAnswer;
import dev.parley.web.NextLink;
import dev.parley.web.PageParameters;
import dev.parley.web.ParleyApplication;
import dev.parley.web.PathName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The dead letters of the queue {@code parley.dead}, for operators. */
@Path("dead-letters")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = ParleyApplication.DEAD_LETTERS)
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "503", ref = "Unavailable")
public class DeadLettersResource {

    @Inject
    DeadLetters letters;

    /** Those that are asked for: grouped, and a page of them. */
    @GET
    @Operation(operationId = "listDeadLettersOfTheQueue", summary = "Show what nobody could be told, grouped")
    @APIResponse(
            responseCode = "200",
            description = "Groups of all that are asked for, and a page of them",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DeadLettersBody.class)))
    @APIResponse(responseCode = "400", ref = "Refused")
    public Response list(
            @Parameter(description = "Only those about this operation.") @QueryParam("operation") @Nullable
                    String operation,
            @Parameter(description = "Only those that are there for this reason.", example = "operation-failed")
                    @QueryParam("reason")
                    @Nullable
                    String reason,
            @BeanParam PageParameters page,
            @BeanParam Call call,
            @Context UriInfo uris) {
        operator(call);
        DeadLetterFilter filter = new DeadLetterFilter(PageParameters.given(operation), PageParameters.given(reason));
        DeadLetterList found = letters.list(filter, page.cursor(), page.size());
        return NextLink.add(
                        JsonAnswer.with(DeadLetterJson.of(found)), found.page().next(), uris)
                .build();
    }

    /** One with its headers, and its body as far as that is not too long. */
    @GET
    @Path("{id}")
    @Operation(operationId = "getDeadLetterOfTheQueue", summary = "Show a dead letter")
    @APIResponse(
            responseCode = "200",
            description = "With headers, body, and where its history is",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DeadLetterBody.class)))
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Response get(@PathParam("id") String id, @BeanParam Call call, @Context UriInfo uris) {
        operator(call);
        return JsonAnswer.of(DeadLetterJson.of(
                letters.get(PathName.message(id)), uris.getBaseUri().getPath()));
    }

    /** Has its conversation go on; what is about none goes back into its queue. */
    @POST
    @Path("{id}/retry")
    @Operation(operationId = "retryDeadLetter", summary = "Have the conversation of a dead letter go on")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DeadLetterCommandBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "It goes on",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DeadLetterResultBody.class)))
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "409", ref = "Refused")
    @APIResponse(responseCode = "410", ref = "Gone")
    @APIResponse(responseCode = "408", ref = "Refused")
    @APIResponse(responseCode = "413", ref = "Refused")
    @APIResponse(responseCode = "415", ref = "Refused")
    @APIResponse(responseCode = "422", ref = "Reused")
    public Response retry(@PathParam("id") String id, @BeanParam Call call, InputStream body) {
        Caller operator = operator(call);
        var command = DeadLetterCommand.retry(call.json(BoundedText.OF_COMMANDS, body));
        return JsonAnswer.of(DeadLetterJson.of(letters.retry(PathName.message(id), command, operator)));
    }

    /** Retries all that are chosen, each for itself. */
    @POST
    @Path("retry")
    @Operation(operationId = "retryDeadLetters", summary = "Retry a group of dead letters, at most 500 at once")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DeadLettersCommandBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "What came of each",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DeadLetterResultsBody.class)))
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "409", ref = "Refused")
    @APIResponse(responseCode = "410", ref = "Gone")
    @APIResponse(responseCode = "408", ref = "Refused")
    @APIResponse(responseCode = "413", ref = "Refused")
    @APIResponse(responseCode = "415", ref = "Refused")
    @APIResponse(responseCode = "422", ref = "Reused")
    public Response retryAll(@BeanParam Call call, InputStream body) {
        Caller operator = operator(call);
        var command = DeadLetterCommand.retryAll(call.json(BoundedText.OF_COMMANDS, body));
        return JsonAnswer.of(DeadLetterJson.of(letters.retryAll(command, operator)));
    }

    /** Sends a new request in its place. */
    @POST
    @Path("{id}/send")
    @Operation(operationId = "sendDeadLetter", summary = "Send a request, edited if wanted, in place of a dead letter")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ResendBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "A new conversation has begun",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DeadLetterResultBody.class)))
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "409", ref = "Refused")
    @APIResponse(responseCode = "410", ref = "Gone")
    @APIResponse(responseCode = "408", ref = "Refused")
    @APIResponse(responseCode = "413", ref = "Refused")
    @APIResponse(responseCode = "415", ref = "Refused")
    @APIResponse(responseCode = "422", ref = "Reused")
    public Response send(@PathParam("id") String id, @BeanParam Call call, InputStream body) {
        Caller operator = operator(call);
        var command = DeadLetterCommand.send(call.json(BoundedText.OF_COMMANDS, body));
        return JsonAnswer.of(DeadLetterJson.of(letters.send(PathName.message(id), command, operator)));
    }

    /** Drops it, for good. */
    @DELETE
    @Path("{id}")
    @Operation(operationId = "dropDeadLetter", summary = "Drop a dead letter, for good")
    @APIResponse(
            responseCode = "200",
            description = "Gone",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DeadLetterResultBody.class)))
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Response drop(
            @PathParam("id") String id,
            @Parameter(description = "Why; journalled and logged with who wants it.", required = true)
                    @QueryParam("reason")
                    @Nullable
                    String reason,
            @BeanParam Call call) {
        Caller operator = operator(call);
        String said = Json.createObjectBuilder()
                .add("reason", reason == null ? "" : reason)
                .build()
                .toString();
        return JsonAnswer.of(
                DeadLetterJson.of(letters.drop(PathName.message(id), DeadLetterCommand.retry(said), operator)));
    }

    private static Caller operator(Call call) {
        Caller caller = call.caller();
        if (!caller.operator()) {
            throw new Refusal(CommonProblem.OPERATORS_ONLY.because("Dead letters are for operators."));
        }
        return caller;
    }
}
