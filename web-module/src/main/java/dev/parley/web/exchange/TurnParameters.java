package dev.parley.web.exchange;

import dev.parley.conversation.request.Submission;
import dev.parley.message.Caller;
import dev.parley.message.TraceParent;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query, and the trace, of a turn; handed on as it came, the pattern checks it. */
public class TurnParameters {

    @QueryParam("turn")
    @Parameter(
            description = "Which turn it is; without it whichever comes next.",
            schema = @Schema(implementation = Integer.class))
    @Nullable
    String turn;

    @QueryParam("deadline")
    @Parameter(
            description = "How long it may take, as an ISO 8601 duration; then the conversation is EXPIRED.",
            example = "PT5M")
    @Nullable
    String deadline;

    @QueryParam("replyTo")
    @Parameter(
            description = "Where the answers go besides: an allowed queue, or a mailbox to which one may send.",
            example = "mailbox:answers")
    @Nullable
    String replyTo;

    @HeaderParam(TraceParent.NAME)
    @Parameter(
            description =
                    "The trace of the caller's to which it belongs (W3C Trace Context); all messages about it have it.")
    @Nullable
    String trace;

    Submission submission(Caller caller, String conversation, String body, @Nullable String messageId) {
        String whichever = "";
        return new Submission(caller, whichever, body, messageId, null, deadline, replyTo, conversation, turn)
                .in(trace);
    }
}
