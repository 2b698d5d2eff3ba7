package dev.parley.web.topic;

import dev.parley.topic.TopicKind;
import dev.parley.topic.webhook.SigningSecrets;
import dev.parley.topic.webhook.WebhookSecrets;
import dev.parley.web.BoundedText;
import dev.parley.web.Call;
import dev.parley.web.ParleyApplication;
import dev.parley.web.PathName;
import dev.parley.web.RecordJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The secret of a webhook, by which its receiver knows what Parley sends. */
@Path("topics/{topic}/subscriptions/{subscription}/secret")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = ParleyApplication.TOPICS)
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "404", ref = "NotFound")
@APIResponse(responseCode = "409", ref = "Refused")
@APIResponse(responseCode = "503", ref = "Unavailable")
@ApplicationScoped
public class WebhookSecretsResource {

    private static final BoundedText SMALL = new BoundedText(4 * 1024);

    @Inject
    WebhookSecrets secrets;

    /** The secret. */
    @GET
    @Operation(
            operationId = "getWebhookSecret",
            summary = "Show the secret by which a receiver knows what Parley sends")
    @APIResponse(
            responseCode = "200",
            description = "The secret",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = WebhookSecretBody.class)))
    public Response get(
            @PathParam("topic") String topic, @PathParam("subscription") String subscription, @BeanParam Call call) {
        return answer(secrets.get(name(topic, subscription), call.caller()));
    }

    /** Replaces the secret. */
    @POST
    @Operation(
            operationId = "replaceWebhookSecret",
            summary = "Replace the secret; the one until now signs, too, for a while")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = WebhookSecretChangeBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The new secret",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = WebhookSecretBody.class)))
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "408", ref = "Refused")
    @APIResponse(responseCode = "413", ref = "Refused")
    @APIResponse(responseCode = "415", ref = "Refused")
    public Response replace(
            @PathParam("topic") String topic,
            @PathParam("subscription") String subscription,
            @BeanParam Call call,
            InputStream body) {
        String change = call.optionalJson(SMALL, body);
        return answer(secrets.replace(name(topic, subscription), change, call.caller()));
    }

    private static String name(String topic, String subscription) {
        return new SubscriptionShape(PathName.of(TopicKind.STORED, topic)).there(subscription);
    }

    private static Response answer(SigningSecrets secrets) {
        return Response.ok(RecordJson.of(WebhookSecretBody.of(secrets)).toString(), MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
