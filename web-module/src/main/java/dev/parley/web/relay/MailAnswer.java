package dev.parley.web.relay;

import dev.parley.message.Page;
import dev.parley.relay.Acknowledged;
import dev.parley.relay.BrowsedMail;
import dev.parley.relay.DeadMail;
import dev.parley.relay.Lock;
import dev.parley.relay.ReceivedMails;
import dev.parley.relay.Sent;
import dev.parley.web.JsonAnswer;
import dev.parley.web.NextLink;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** The answers of mailboxes, with their headers. */
final class MailAnswer {

    private MailAnswer() {}

    /** 201 with the ids: the messages are there. */
    static Response sent(Sent sent) {
        return JsonAnswer.unstored(Response.Status.CREATED, MailJson.sent(sent)).build();
    }

    /** 200 with the messages and what became of locks; or 204 if none came, and there is nothing to say of locks. */
    static Response received(ReceivedMails delivery) {
        return saysNothing(delivery)
                ? JsonAnswer.done()
                : JsonAnswer.unstored(Response.Status.OK, MailJson.received(delivery))
                        .build();
    }

    static boolean saysNothing(ReceivedMails delivery) {
        return delivery.mails().isEmpty() && delivery.acknowledged() == null;
    }

    /** 200 with a page, and a link to the next. */
    static Response browsed(Page<BrowsedMail> page, UriInfo uris) {
        return NextLink.add(JsonAnswer.unstored(Response.Status.OK, MailJson.browsed(page)), page.next(), uris)
                .build();
    }

    /** 200 with a page of dead letters, and a link to the next. */
    static Response dead(Page<DeadMail> page, UriInfo uris) {
        return NextLink.add(JsonAnswer.unstored(Response.Status.OK, MailJson.dead(page)), page.next(), uris)
                .build();
    }

    /** 200 with the lock as it is now. */
    static Response extended(Lock lock) {
        return JsonAnswer.unstored(Response.Status.OK, MailJson.lock(lock)).build();
    }

    /** 200 with what became of the locks. */
    static Response acknowledged(Acknowledged locks) {
        return JsonAnswer.unstored(Response.Status.OK, MailJson.acknowledged(locks))
                .build();
    }
}
