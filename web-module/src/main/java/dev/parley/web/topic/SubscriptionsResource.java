package dev.parley.web.topic;

import dev.parley.topic.TopicKind;
import dev.parley.topic.subscription.SubscriptionView;
import dev.parley.topic.subscription.Subscriptions;
import dev.parley.web.BoundedText;
import dev.parley.web.Call;
import dev.parley.web.HttpDefinitions;
import dev.parley.web.JsonAnswer;
import dev.parley.web.PageParameters;
import dev.parley.web.ParleyApplication;
import dev.parley.web.PathName;
import dev.parley.web.RecordJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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

/** The subscriptions of a topic: where its events go, and how that goes. */
@Path("topics/{topic}/subscriptions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = ParleyApplication.TOPICS)
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "404", ref = "NotFound")
@APIResponse(responseCode = "503", ref = "Unavailable")
@ApplicationScoped
public class SubscriptionsResource {

    private static final String SUBSCRIPTION = "The subscription as it stands";
    private static final BoundedText SMALL = new BoundedText(16 * 1024);

    @Inject
    Subscriptions subscriptions;

    private static HttpDefinitions<SubscriptionView> of(String topic) {
        return new HttpDefinitions<>(new SubscriptionShape(PathName.of(TopicKind.STORED, topic)));
    }

    /** The subscriptions of a topic that the caller may see. */
    @GET
    @Operation(
            operationId = "listSubscriptions",
            summary = "List one's own subscriptions of a topic (whoever runs it: all), by name")
    @APIResponse(
            responseCode = "200",
            description = "A page of them",
            headers = @Header(name = ParleyApplication.LINK, ref = ParleyApplication.LINK),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SubscriptionsBody.class)))
    @APIResponse(responseCode = "400", ref = "Refused")
    public Response list(@PathParam("topic") String topic, @BeanParam PageParameters page, @BeanParam Call call) {
        String name = PathName.of(TopicKind.STORED, topic);
        var found = subscriptions.list(name, page.cursor(), page.size(), call.caller());
        return of(name).list(RecordJson.of(SubscriptionsBody.of(found)), found, call);
    }

    /** One subscription, and how it goes. */
    @GET
    @Path("{subscription}")
    @Operation(operationId = "getSubscription", summary = "Show a subscription, how far it is, and what fails")
    @APIResponse(
            responseCode = "200",
            description = SUBSCRIPTION,
            headers = @Header(name = ParleyApplication.ETAG, ref = ParleyApplication.ETAG),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SubscriptionBody.class)))
    public Response get(
            @PathParam("topic") String topic, @PathParam("subscription") String subscription, @BeanParam Call call) {
        return of(topic).get(subscription, call, subscriptions::get);
    }

    /** Makes a subscription, or changes it. */
    @PUT
    @Path("{subscription}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "putSubscription", summary = "Subscribe to a topic, or change a subscription")
    @Parameter(name = ParleyApplication.IF_MATCH, in = ParameterIn.HEADER, ref = ParleyApplication.IF_MATCH)
    @Parameter(name = ParleyApplication.IF_NONE_MATCH, in = ParameterIn.HEADER, ref = ParleyApplication.IF_NONE_MATCH)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SubscriptionDefinitionBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "Changed; holds for what is delivered from now on",
            headers = @Header(name = ParleyApplication.ETAG, ref = ParleyApplication.ETAG),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SubscriptionBody.class)))
    @APIResponse(
            responseCode = "201",
            description = "Subscribed",
            headers = {
                @Header(name = ParleyApplication.LOCATION, ref = ParleyApplication.LOCATION),
                @Header(name = ParleyApplication.ETAG, ref = ParleyApplication.ETAG)
            },
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SubscriptionBody.class)))
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "409", ref = "Refused")
    @APIResponse(responseCode = "412", ref = "Refused")
    @APIResponse(responseCode = "408", ref = "Refused")
    @APIResponse(responseCode = "413", ref = "Refused")
    @APIResponse(responseCode = "415", ref = "Refused")
    public Response put(
            @PathParam("topic") String topic,
            @PathParam("subscription") String subscription,
            @BeanParam Call call,
            InputStream body) {
        return of(topic).put(subscription, body, call, subscriptions::define);
    }

    /** Deletes a subscription. */
    @DELETE
    @Path("{subscription}")
    @Operation(operationId = "deleteSubscription", summary = "End a subscription")
    @Parameter(name = ParleyApplication.IF_MATCH, in = ParameterIn.HEADER, ref = ParleyApplication.IF_MATCH)
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "412", ref = "Refused")
    public Response delete(
            @PathParam("topic") String topic, @PathParam("subscription") String subscription, @BeanParam Call call) {
        return of(topic).delete(subscription, call, subscriptions::delete);
    }

    /** Has a subscription stand still. */
    @POST
    @Path("{subscription}/pause")
    @Operation(operationId = "pauseSubscription", summary = "Have a subscription stand still until it is resumed")
    @APIResponse(
            responseCode = "200",
            description = SUBSCRIPTION,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SubscriptionBody.class)))
    public Response pause(
            @PathParam("topic") String topic, @PathParam("subscription") String subscription, @BeanParam Call call) {
        return of(topic).get(subscription, call, subscriptions::pause);
    }

    /** Has a subscription go on. */
    @POST
    @Path("{subscription}/resume")
    @Operation(
            operationId = "resumeSubscription",
            summary = "Have a subscription go on, and try again at once what failed")
    @APIResponse(
            responseCode = "200",
            description = SUBSCRIPTION,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SubscriptionBody.class)))
    public Response resume(
            @PathParam("topic") String topic, @PathParam("subscription") String subscription, @BeanParam Call call) {
        return of(topic).get(subscription, call, subscriptions::resume);
    }

    /** Has events delivered again. */
    @POST
    @Path("{subscription}/replay")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "replaySubscription", summary = "Have events delivered again that are still kept")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReplayBody.class)))
    @APIResponse(
            responseCode = "202",
            description = SUBSCRIPTION,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SubscriptionBody.class)))
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "408", ref = "Refused")
    @APIResponse(responseCode = "413", ref = "Refused")
    @APIResponse(responseCode = "415", ref = "Refused")
    public Response replay(
            @PathParam("topic") String topic,
            @PathParam("subscription") String subscription,
            @BeanParam Call call,
            InputStream body) {
        String name = new SubscriptionShape(PathName.of(TopicKind.STORED, topic)).there(subscription);
        var view = subscriptions.replay(name, call.json(SMALL, body), call.caller());
        return JsonAnswer.with(RecordJson.of(SubscriptionBody.seen(view)))
                .status(Response.Status.ACCEPTED)
                .build();
    }
}
