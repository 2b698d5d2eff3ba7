package dev.parley.web.topic;

import dev.parley.message.Caller;
import dev.parley.topic.TopicKind;
import dev.parley.topic.event.CloudEvents;
import dev.parley.topic.event.Events;
import dev.parley.topic.event.Published;
import dev.parley.web.BoundedText;
import dev.parley.web.Callers;
import dev.parley.web.ParleyApplication;
import dev.parley.web.PathName;
import dev.parley.web.RecordJson;
import dev.parley.web.RequestHead;
import dev.parley.web.Suspensions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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
import org.eclipse.microprofile.config.inject.ConfigProperty;
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

/** The events of a topic. The answer comes after the commit, and no thread is held until then. */
@Path("topics/{topic}/events")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = ParleyApplication.TOPICS)
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "503", ref = "Unavailable")
@ApplicationScoped
public class EventsResource {

    /** Attributes of a CloudEvent in structured mode, beside its data. */
    private static final int ATTRIBUTES = 64 * 1024;

    @Inject
    Events events;

    @Inject
    Suspensions suspensions;

    @Inject
    @ConfigProperty(name = "parley.message.max-size", defaultValue = "1048576")
    int maxSize;

    /** Publishes an event durably. */
    @POST
    @Operation(operationId = "publish", summary = "Publish an event to all who subscribe to the topic")
    @Parameter(
            name = ParleyApplication.IDEMPOTENCY_KEY,
            in = ParameterIn.HEADER,
            ref = ParleyApplication.IDEMPOTENCY_KEY)
    @RequestBody(
            description = "The data of the event; or a CloudEvent, in binary mode with ce- header fields, or in"
                    + " structured mode. The id of a CloudEvent is its Idempotency-Key.",
            required = true,
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Object.class)),
                @Content(mediaType = CloudEvents.STRUCTURED, schema = @Schema(implementation = Object.class))
            })
    @APIResponse(
            responseCode = "202",
            description = "Published, durably; also for a repeated request",
            headers =
                    @Header(
                            name = "Location",
                            description = "The conversation that gathers what comes back, where something does",
                            schema = @Schema(implementation = String.class)),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PublishedBody.class)))
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "408", ref = "Refused")
    @APIResponse(responseCode = "413", ref = "Refused")
    @APIResponse(responseCode = "415", ref = "Refused")
    @APIResponse(responseCode = "422", ref = "Reused")
    public void publish(
            @PathParam("topic") String topic,
            @Parameter(description = "What has happened; the name of the topic if it is not given.")
                    @QueryParam("type")
                    @Nullable
                    String type,
            @Parameter(description = "What it is about: events of one subject are delivered in their order.")
                    @QueryParam("subject")
                    @Nullable
                    String subject,
            @BeanParam AnswerParameters wanted,
            @Context HttpHeaders headers,
            @Context UriInfo uris,
            @Context SecurityContext security,
            InputStream body,
            @Suspended AsyncResponse suspended) {
        Caller caller = Callers.of(security);
        EventHead head = new EventHead(headers, type, subject);
        head.require();
        String name = PathName.of(TopicKind.STORED, topic);
        String text = new BoundedText(maxSize + ATTRIBUTES).read(body, RequestHead.declaredLength(headers));
        URI base = uris.getBaseUri();
        suspensions.answer(
                suspended,
                events.publish(name, head.event(text), wanted.read(), caller),
                Duration.ZERO,
                published -> published(published, base));
    }

    private static Response published(Published published, URI base) {
        Response.ResponseBuilder answer = Response.accepted(
                        RecordJson.of(PublishedBody.of(published)).toString())
                .type(MediaType.APPLICATION_JSON_TYPE);
        if (published.conversationId() != null) {
            answer.location(base.resolve("conversations/" + published.conversationId()));
        }
        return answer.build();
    }
}
