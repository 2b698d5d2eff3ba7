package dev.parley.web.exchange;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of conversations. */
@Schema(name = "Conversations")
public record ConversationsBody(
        @Schema(required = true, description = "Newest first.") List<ConversationBody> conversations,
        @Schema(description = "The cursor of the next page; absent on the last.") String next) {}
