package dev.parley.web;

import dev.parley.relay.MailboxPage;
import dev.parley.relay.MailboxView;
import dev.parley.relay.Mailboxes;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** The answers that show mailboxes, with their headers. */
final class MailboxAnswer {

    private MailboxAnswer() {}

    /** 200 with a page, and a link to the next. */
    static Response page(MailboxPage page, UriInfo uris) {
        return NextLink.add(JsonAnswer.with(MailboxJson.page(page)), page.next(), uris)
                .build();
    }

    /** 200 with the mailbox and the version of its definition. */
    static Response shown(MailboxView mailbox) {
        return JsonAnswer.with(MailboxJson.shown(mailbox))
                .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION)
                .tag(new EntityTag(Long.toString(mailbox.mailbox().version())))
                .build();
    }

    /** 201 with where it is if it was not there before, and otherwise 200. */
    static Response written(Mailboxes.Written written, UriInfo uris) {
        Response shown = shown(written.mailbox());
        String path = "mailboxes/" + written.mailbox().mailbox().name();
        return written.created()
                ? Response.fromResponse(shown)
                        .status(Response.Status.CREATED)
                        .location(uris.getBaseUri().resolve(path))
                        .build()
                : shown;
    }
}
