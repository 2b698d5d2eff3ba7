package dev.parley.web.relay;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of mailboxes. */
@Schema(name = "Mailboxes")
public record MailboxesBody(
        @Schema(required = true, description = "By name.") List<MailboxBody> mailboxes,
        @Schema(description = "The cursor of the next page; absent on the last.") String next) {}
