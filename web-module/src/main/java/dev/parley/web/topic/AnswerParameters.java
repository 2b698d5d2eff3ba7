package dev.parley.web.topic;

import dev.parley.message.CommonProblem;
import dev.parley.message.Quote;
import dev.parley.message.Refusal;
import dev.parley.topic.event.AnswersWanted;
import dev.parley.web.PageParameters;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters of what comes back of an event, where something does. */
public class AnswerParameters {

    @Parameter(
            description = "When there is enough of what comes back: all, first, quorum:N, idle:DURATION or"
                    + " operation:NAME, several with commas; as the topic says if it is not given.")
    @QueryParam("complete")
    @Nullable
    String complete;

    @Parameter(description = "Fewer replies are a fault; as the topic says if it is not given.")
    @QueryParam("atLeast")
    @Nullable
    String atLeast;

    @Parameter(description = "How long to wait for what comes back, ISO 8601; as the topic says if it is not given.")
    @QueryParam("deadline")
    @Nullable
    String deadline;

    /**
     * What is wanted.
     *
     * @throws Refusal {@code parameter-invalid}
     */
    AnswersWanted read() {
        return AnswersWanted.of(
                PageParameters.given(complete), number(PageParameters.given(atLeast)), PageParameters.given(deadline));
    }

    private static @Nullable Integer number(@Nullable String given) {
        if (given == null) {
            return null;
        }
        if (given.matches("[0-9]{1,4}")) {
            return Integer.valueOf(given);
        }
        throw new Refusal(CommonProblem.PARAMETER_INVALID.because(
                "atLeast is '" + Quote.of(given) + "'; write how many replies there must be, as 2."));
    }
}
