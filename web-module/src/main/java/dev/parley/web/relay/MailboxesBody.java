package dev.parley.web.relay;

import dev.parley.message.Page;
import dev.parley.relay.mailbox.Mailbox;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of mailboxes. */
@Schema(name = "Mailboxes")
public record MailboxesBody(
        @Schema(required = true, description = "By name.") List<MailboxBody> mailboxes,
        @Schema(description = "The cursor of the next page; absent on the last.") @Nullable String next) {

    /** A page, without what is in them. */
    static MailboxesBody of(Page<Mailbox> page) {
        return new MailboxesBody(
                page.map(mailbox -> MailboxBody.of(mailbox, null, null)).items(), page.next());
    }
}
