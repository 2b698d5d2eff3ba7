package dev.parley.web.exchange;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An order to ask many. */
@Schema(name = "GatheringOrder")
public record GatheringOrderBody(
        @Schema(required = true, description = "Who is asked.") To to,
        @Schema(description = "What they are asked, any JSON.") Object request,
        @Schema(
                        description =
                                "When there is enough: all, first, quorum:N, idle:DURATION, an object with an operation, or any of these.",
                        defaultValue = "all")
                Object complete,
        @Schema(description = "Fewer replies are a fault; what complete needs if it is not given.") Integer atLeast,
        @Schema(description = "How long to wait at most, ISO 8601.", defaultValue = "PT1H") String deadline,
        @Schema(
                        description =
                                "Which of the replies is wanted: all, least:POINTER, most:POINTER, or an object with an operation that chooses.",
                        defaultValue = "all",
                        examples = "least:/price")
                Object take,
        @Schema(
                        description = "What becomes of those who have not answered, or whose reply is not taken.",
                        defaultValue = "ignore",
                        enumeration = {"ignore", "cancel", "compensate"})
                String losers) {

    /** Those who are asked: one of the three. */
    @Schema(name = "GatheringRecipients")
    public record To(
            @Schema(description = "All who subscribe to a topic.") String topic,
            @Schema(description = "These operations.") List<String> operations,
            @Schema(description = "An operation that providers outside of the EAR serve.") String operation,
            @Schema(description = "All of its providers.", enumeration = "all") String providers) {}
}
