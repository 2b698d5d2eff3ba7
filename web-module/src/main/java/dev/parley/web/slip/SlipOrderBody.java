package dev.parley.web.slip;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The order of a slip. */
@Schema(name = "SlipOrder")
public record SlipOrderBody(
        @Schema(required = true, description = "The steps, in order; at most 64.") List<Step> itinerary,
        @Schema(description = "What arguments can point at.") Map<String, Object> variables,
        @Schema(description = "Whether it can be looked at while it travels.", defaultValue = "false") Boolean kept,
        @Schema(description = "Who is told of it.") Events events,
        @Schema(description = "How long it may go forth, ISO 8601.", examples = "PT1H") String deadline) {

    /** A step. */
    @Schema(name = "SlipOrderStep")
    public record Step(
            @Schema(required = true) String operation,
            @Schema(description = "What it is asked with; {\"$\": \"/variables/x\"} stands for what is there.")
                    Object arguments,
            @Schema(description = "What undoes it; by default what the directory says.") String compensation,
            @Schema(description = "How long it may take, ISO 8601.") String timeout,
            @Schema(description = "The variable that its reply becomes.") String as,
            @Schema(description = "Whether it may replace the steps after it.", defaultValue = "false")
                    Boolean mayRevise) {}

    /** Who is told of it. */
    @Schema(name = "SlipEvents")
    public record Events(
            @Schema(required = true, examples = "queue:reply.alice") String to,
            @Schema(description = "completed, faulted, stuck; by default all.") List<String> on) {}
}
