package dev.parley.it.load;

import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.server.ParleyServer;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Asks over HTTP and polls; where there are several nodes, each call goes to any of them, as a load balancer would send
 * it.
 */
final class HttpRequester extends Requester {

    private final List<HttpParticipant> alice;
    private @Nullable String conversation;

    HttpRequester(
            String name, boolean trusts, Errand errand, List<ParleyServer> nodes, Book book, AtomicBoolean enough) {
        super(name, trusts, errand, book, enough);
        alice = nodes.stream()
                .map(node -> new HttpParticipant(node, node.alice()))
                .toList();
    }

    @Override
    void ask(String id) {
        conversation = null;
        HttpAnswer accepted = alice().operation(errand.operation())
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
        HttpAnswer ended = alice().conversation(conversation).prefer("wait=5").send();
        if (ended.status() == 200 && ended.conversationStatus().equals("SUCCEEDED")) {
            book.replied(name, id, ended.json().path("reply").toString());
        } else if (ended.status() != 200) {
            book.notShown(conversation, ended);
        }
    }

    private HttpParticipant alice() {
        return alice.get(ThreadLocalRandom.current().nextInt(alice.size()));
    }
}
