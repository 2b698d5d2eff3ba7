package dev.parley.web.directory;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An operation and what serves it. */
@Schema(name = "Operation")
public record OperationBody(
        @Schema(required = true) String name,
        @Schema(required = true, description = "A provider, or a list of them.") Provider provider,
        @Schema(description = "Of a method: whether every call has a transaction of its own.") Boolean isolated,
        @Schema(description = "How long a provider outside of the EAR has for its answer.") String timeout,
        @Schema(description = "How often a provider outside of the EAR is asked.") DefinitionBody.Retry retry,
        @Schema(description = "The JSON Schema that was entered for its requests.") Object schema,
        @Schema(description = "The operation that undoes it.") String compensation,
        @Schema(description = "When it was entered.") Instant updatedAt,
        @Schema(description = "Who entered it; shown to operators.") String updatedBy) {

    /** The provider that serves an operation. */
    @Schema(name = "Provider")
    public record Provider(
            @Schema(description = "A method in the EAR.") Boolean bean,
            @Schema(description = "The queue of a provider outside of the EAR.") String queue,
            @Schema(description = "The mailbox that a provider outside of the EAR polls.") String mailbox,
            @Schema(description = "The pool whose holders provide it, each at the address of its pings.") String pool,
            @Schema(description = "Who provides it now, of a pool; shown to operators.", readOnly = true)
                    List<Provider> registered,
            @Schema(
                            description = "Until when others are preferred, as it did not answer; shown to operators.",
                            readOnly = true)
                    Instant passedOverUntil) {}
}
