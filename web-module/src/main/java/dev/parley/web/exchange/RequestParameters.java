package dev.parley.web.exchange;

import dev.parley.conversation.request.Submission;
import dev.parley.message.Caller;
import dev.parley.message.TraceParent;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query, and the trace, of a request to an operation; handed on as it came, the pattern checks it. */
public class RequestParameters {

    @QueryParam("exchange")
    @Parameter(
            description = "The message exchange pattern.",
            schema =
                    @Schema(
                            enumeration = {"in-only", "robust-in-only", "in-out", "in-optional-out"},
                            defaultValue = "in-out"))
    @Nullable
    String exchange;

    @QueryParam("deadline")
    @Parameter(description = "How long it may take, as an ISO 8601 duration; then it is EXPIRED.", example = "PT5M")
    @Nullable
    String deadline;

    @QueryParam("replyTo")
    @Parameter(
            description = "Where the answers go besides: an allowed queue, or a mailbox to which one may send.",
            example = "mailbox:answers")
    @Nullable
    String replyTo;

    @QueryParam("conversation")
    @Parameter(
            description =
                    "A name for the conversation, instead of one that is made; of a message to a process, the instance it is for.")
    @Nullable
    String conversation;

    @QueryParam("version")
    @Parameter(
            description = "Of a process: the version that is followed, instead of the current one.",
            schema = @Schema(implementation = Integer.class))
    @Nullable
    String version;

    @QueryParam("notify")
    @Parameter(
            description =
                    "Of a process: what its requester is told before the end, at replyTo: stuck, overdue, or both with a comma.",
            example = "stuck,overdue")
    @Nullable
    String notify;

    @HeaderParam(TraceParent.NAME)
    @Parameter(
            description =
                    "The trace of the caller's to which it belongs (W3C Trace Context); all messages about it have it.")
    @Nullable
    String trace;

    Submission submission(Caller caller, String operation, String body, @Nullable String messageId) {
        return new Submission(
                caller,
                operation,
                body,
                messageId,
                exchange,
                deadline,
                replyTo,
                conversation,
                null,
                version,
                notify,
                trace);
    }
}
