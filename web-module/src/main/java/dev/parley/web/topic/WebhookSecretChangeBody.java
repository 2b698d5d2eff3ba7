package dev.parley.web.topic;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A change of the secret of a webhook. */
@Schema(name = "WebhookSecretChange")
public record WebhookSecretChangeBody(
        @Schema(description = "whsec_ and 24 to 64 random bytes in Base64; one is made if it is not given.")
                String secret,
        @Schema(description = "How long the one until now signs, too.", defaultValue = "P1D") String overlap) {}
