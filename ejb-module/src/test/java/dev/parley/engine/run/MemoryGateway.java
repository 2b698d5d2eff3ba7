package dev.parley.engine.run;

import dev.parley.conversation.Conversation;
import dev.parley.engine.gateway.Gateway;
import dev.parley.engine.wire.Lane;
import dev.parley.engine.wire.OperationWork;
import dev.parley.message.Address;
import dev.parley.message.MessageKind;
import dev.parley.message.Outgoing;
import dev.parley.message.Problem;
import java.util.ArrayList;
import java.util.List;

/** Keeps what is sent. */
final class MemoryGateway implements Gateway {

    record Queued(Lane lane, OperationWork work) {}

    final List<Outgoing> sent = new ArrayList<>();
    final List<Outgoing> taken = new ArrayList<>();
    final List<Queued> queued = new ArrayList<>();
    final List<Problem> parked = new ArrayList<>();

    @Override
    public void send(Outgoing message) {
        sent.add(message);
    }

    @Override
    public void work(Lane lane, OperationWork work) {
        queued.add(new Queued(lane, work));
    }

    @Override
    public int takeBack(Address provider, String conversationId) {
        int before = sent.size();
        sent.removeIf(m -> provider.equals(m.to()) && conversationId.equals(m.conversationId()) && !taken.contains(m));
        return before - sent.size();
    }

    @Override
    public void park(Conversation conversation, String body, Problem reason) {
        parked.add(reason);
    }

    List<MessageKind> kinds() {
        return sent.stream().map(Outgoing::kind).toList();
    }
}
