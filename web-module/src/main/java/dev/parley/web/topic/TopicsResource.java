package dev.parley.web.topic;

import dev.parley.topic.TopicView;
import dev.parley.topic.Topics;
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

/** The topics: which there are, and what they are like. */
@Path("topics")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = ParleyApplication.TOPICS)
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "503", ref = "Unavailable")
@ApplicationScoped
public class TopicsResource {

    private static final HttpDefinitions<TopicView> DEFINED = new HttpDefinitions<>(new TopicShape());

    @Inject
    Topics topics;

    /** All topics. */
    @GET
    @Operation(operationId = "listTopics", summary = "List the topics, by name")
    @APIResponse(
            responseCode = "200",
            description = "A page of them",
            headers = @Header(name = ParleyApplication.LINK, ref = ParleyApplication.LINK),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TopicsBody.class)))
    @APIResponse(responseCode = "400", ref = "Refused")
    public Response list(@BeanParam PageParameters page, @BeanParam Call call) {
        var found = topics.list(page.cursor(), page.size(), call.caller());
        return DEFINED.list(RecordJson.of(TopicsBody.of(found)), found, call);
    }

    /** One topic, and what is in it. */
    @GET
    @Path("{topic}")
    @Operation(operationId = "getTopic", summary = "Show a topic and what is in it")
    @APIResponse(
            responseCode = "200",
            description = "The topic",
            headers = @Header(name = ParleyApplication.ETAG, ref = ParleyApplication.ETAG),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TopicBody.class)))
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Response get(@PathParam("topic") String topic, @BeanParam Call call) {
        return DEFINED.get(topic, call, topics::get);
    }

    /** Defines a topic, or changes it. */
    @PUT
    @Path("{topic}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "putTopic", summary = "Define a topic, or change it")
    @Parameter(name = ParleyApplication.IF_MATCH, in = ParameterIn.HEADER, ref = ParleyApplication.IF_MATCH)
    @Parameter(name = ParleyApplication.IF_NONE_MATCH, in = ParameterIn.HEADER, ref = ParleyApplication.IF_NONE_MATCH)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TopicDefinitionBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "Changed; holds at once",
            headers = @Header(name = ParleyApplication.ETAG, ref = ParleyApplication.ETAG),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TopicBody.class)))
    @APIResponse(
            responseCode = "201",
            description = "Defined",
            headers = {
                @Header(name = ParleyApplication.LOCATION, ref = ParleyApplication.LOCATION),
                @Header(name = ParleyApplication.ETAG, ref = ParleyApplication.ETAG)
            },
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TopicBody.class)))
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "409", ref = "Refused")
    @APIResponse(responseCode = "412", ref = "Refused")
    @APIResponse(responseCode = "408", ref = "Refused")
    @APIResponse(responseCode = "413", ref = "Refused")
    @APIResponse(responseCode = "415", ref = "Refused")
    public Response put(@PathParam("topic") String topic, @BeanParam Call call, InputStream body) {
        return DEFINED.put(topic, body, call, topics::define);
    }

    /** Deletes a topic that nobody subscribes to. */
    @DELETE
    @Path("{topic}")
    @Operation(operationId = "deleteTopic", summary = "Delete a topic that nobody subscribes to, with its events")
    @Parameter(name = ParleyApplication.IF_MATCH, in = ParameterIn.HEADER, ref = ParleyApplication.IF_MATCH)
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "409", ref = "Refused")
    @APIResponse(responseCode = "412", ref = "Refused")
    public Response delete(@PathParam("topic") String topic, @BeanParam Call call) {
        return DEFINED.delete(topic, call, topics::delete);
    }
}
