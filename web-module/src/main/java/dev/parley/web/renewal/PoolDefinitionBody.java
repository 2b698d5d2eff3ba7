package dev.parley.web.renewal;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The definition of a pool. */
@Schema(name = "PoolDefinition")
public record PoolDefinitionBody(
        @Schema(
                        required = true,
                        description = "How many grants there may be at once.",
                        minimum = "1",
                        maximum = "10000000")
                Integer capacity,
        @Schema(
                        description =
                                "How long a holder that has confirmed is left alone, ISO 8601, 1 s to 366 days; in a"
                                        + " pool of leases, how long a lease is valid.",
                        defaultValue = "PT15M")
                String pingEvery,
        @Schema(
                        description =
                                "How long the first ping of a round waits for its answer, ISO 8601; each further one"
                                        + " waits twice as long.",
                        defaultValue = "PT30S")
                String pingTimeout,
        @Schema(
                        description = "How many pings, one after the other, a holder may leave unanswered.",
                        minimum = "1",
                        maximum = "100",
                        defaultValue = "3")
                Integer pingAttempts,
        @Schema(
                        description =
                                "The part of the capacity, more than 0 and at most 1, from which on holders are asked"
                                        + " early.",
                        defaultValue = "0.9")
                Double pressure,
        @Schema(description = "After which a grant ends whatever its holder says, ISO 8601; never if it is not given.")
                String maxLifetime,
        @Schema(description = "Whether holders renew, and nobody is pinged.", defaultValue = "false") Boolean lease,
        @Schema(
                        description =
                                "Up to 1000 names of users who may ask for a grant, besides whoever runs the pool; *"
                                        + " for everybody.",
                        defaultValue = "[]")
                List<String> holders) {}
