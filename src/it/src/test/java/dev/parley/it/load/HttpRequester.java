package dev.parley.it.load;

import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.server.ParleyServer;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Asks over HTTP and polls. */
final class HttpRequester extends Requester {

    private final HttpParticipant alice;
    private @Nullable String conversation;

    HttpRequester(String name, boolean trusts, Errand errand, ParleyServer server, Book book, AtomicBoolean enough) {
        super(name, trusts, errand, book, enough);
        alice = new HttpParticipant(server, server.alice());
    }

    @Override
    void ask(String id) {
        conversation = null;
        HttpAnswer accepted = alice.operation(errand.operation())
                .body(errand.body().apply(id))
                .key(id)
                .send();
        if (accepted.status() == 202) {
            book.acknowledged(id);
            conversation = accepted.conversationId();
        } else {
            book.refused(accepted);
        }
    }

    @Override
    void look(String id) {
        if (conversation == null) {
            return;
        }
        HttpAnswer ended = alice.conversation(conversation).prefer("wait=5").send();
        if (ended.status() == 200 && ended.conversationStatus().equals("SUCCEEDED")) {
            book.replied(name, id, ended.json().path("reply").toString());
        } else if (ended.status() != 200) {
            book.refused(ended);
        }
    }
}
