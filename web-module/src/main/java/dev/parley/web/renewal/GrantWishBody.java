package dev.parley.web.renewal;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The wish for a grant of a pool. */
@Schema(name = "GrantWish")
public record GrantWishBody(
        @Schema(
                        description =
                                "Where pings and notices go: queue:NAME, mailbox:NAME, or none for who looks at the grant.",
                        examples = "mailbox:alice",
                        defaultValue = "none")
                String pingTo,
        @Schema(
                        name = "wait",
                        description = "How long to wait if nothing is free, ISO 8601, at most 31 days.",
                        defaultValue = "PT0S")
                String waiting) {}
