package dev.parley.web.exchange;

import dev.parley.conversation.Status;
import dev.parley.web.ActionBody;
import dev.parley.web.ProblemBody;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A conversation as it stands. */
@Schema(name = "Conversation")
public record ConversationBody(
        @Schema(required = true) String conversationId,
        @Schema(required = true) String messageId,
        @Schema(required = true) String correlationId,
        @Schema(required = true) String operation,
        @Schema(required = true, examples = "in-out") String exchange,
        @Schema(required = true) Status status,
        @Schema(required = true) Instant createdAt,
        @Schema(
                        description =
                                "The deadline. Absent while it is bound by none: while it is undone, or a process past its pivot.")
                Instant expiresAt,
        @Schema(required = true) Instant updatedAt,
        @Schema(
                        description =
                                "Of a process that goes on: what it waits for, since when, and until when, in one sentence.",
                        examples = "Step pay waits for the answer of take-payment since 2027-01-01T00:00:00Z.")
                String waitsFor,
        @Schema(description = "Where turns are taken: the last one that was.") Integer turn,
        @Schema(description = "The turn that is awaited, if one is.") Integer awaitedTurn,
        @Schema(
                        description =
                                "The reply, any JSON, once it has ended with one; to the last turn that was answered where turns are taken. Not in lists.")
                Object reply,
        @Schema(description = "The fault, once it has ended with one; not in lists.") ProblemBody fault,
        @Schema(
                        description =
                                "Where answers are gathered: who is expected, who answered what and when, who is missing. Not in lists.")
                GatheringBody gathering,
        @Schema(description = "Who began it; for operators, where it alone is shown.", examples = "user:alice")
                String sender,
        @Schema(
                        description =
                                "How often its operation was begun in a transaction of its own, or a provider was asked; with sender.")
                Integer attempts,
        @Schema(description = "Why that failed last; with sender, absent if it has not.") String lastFailure,
        @Schema(description = "When it is tried again; with sender, absent if it is being tried, or will not be.")
                Instant nextAttempt,
        @Schema(description = "What the caller may have done with it now; where it alone is shown.")
                List<ActionBody> actions) {}
