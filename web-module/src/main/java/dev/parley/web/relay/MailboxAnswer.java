package dev.parley.web.relay;

import dev.parley.definition.Written;
import dev.parley.message.Page;
import dev.parley.relay.mailbox.Mailbox;
import dev.parley.relay.mailbox.MailboxView;
import dev.parley.web.DefinedAnswer;
import dev.parley.web.JsonAnswer;
import dev.parley.web.NextLink;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** The answers that show mailboxes, with their headers. */
final class MailboxAnswer {

    private MailboxAnswer() {}

    /** 200 with a page, and a link to the next. */
    static Response page(Page<Mailbox> page, UriInfo uris) {
        return NextLink.add(JsonAnswer.with(MailboxJson.page(page)), page.next(), uris)
                .build();
    }

    /** 200 with the mailbox and the version of its definition. */
    static Response shown(MailboxView mailbox) {
        return DefinedAnswer.shown(MailboxJson.shown(mailbox), mailbox.mailbox().version());
    }

    /** 201 with where it is if it was not there before, and otherwise 200. */
    static Response written(Written<MailboxView> written, UriInfo uris) {
        String path = "mailboxes/" + written.value().mailbox().name();
        return DefinedAnswer.written(
                shown(written.value()), written.created(), uris.getBaseUri().resolve(path));
    }
}
