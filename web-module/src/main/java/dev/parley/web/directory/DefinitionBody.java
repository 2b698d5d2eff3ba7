package dev.parley.web.directory;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The definition that is entered for an operation. */
@Schema(name = "Definition")
public record DefinitionBody(
        @Schema(required = true, description = "A provider, or a list of up to 100 that share the requests.")
                OperationBody.Provider provider,
        @Schema(description = "How long a provider has for its answer, ISO 8601.", defaultValue = "PT30S")
                String timeout,
        @Schema(description = "How often it is asked.") Retry retry,
        @Schema(description = "A JSON Schema (2020-12) of the requests, in one piece of at most 64 KiB.") Object schema,
        @Schema(description = "The operation that undoes it.") String compensation,
        @Schema(description = "How long after its end a request can be undone, ISO 8601.") String compensable,
        @Schema(description = "Of a provider: the operation that says whether it was done.") String outcome) {

    /** The number of times that a provider is asked, and the pauses between them. */
    @Schema(name = "Retry")
    public record Retry(
            @Schema(minimum = "1", maximum = "100", defaultValue = "5") Integer attempts,
            @Schema(description = "The first pause.", defaultValue = "PT1S") String backoff,
            @Schema(minimum = "1", maximum = "10", defaultValue = "2") Double multiplier,
            @Schema(description = "The longest pause.", defaultValue = "PT1M") String maximum,
            @Schema(minimum = "0", maximum = "1", defaultValue = "0.2") Double jitter) {}
}
