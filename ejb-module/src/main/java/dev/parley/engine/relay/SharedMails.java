package dev.parley.engine.relay;

import dev.parley.conversation.Caller;
import dev.parley.relay.Acknowledged;
import dev.parley.relay.Answer;
import dev.parley.relay.Lock;
import dev.parley.relay.LockedMail;
import dev.parley.relay.MailPage;
import dev.parley.relay.Mails;
import dev.parley.relay.Reception;
import dev.parley.relay.Sending;
import dev.parley.relay.Sent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Sends and receives in transactions that concurrent callers share. */
@ApplicationScoped
class SharedMails implements Mails {

    @Override
    public CompletableFuture<Sent> send(Sending sending) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<List<LockedMail>> receive(Reception reception) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<Void> acknowledge(String mailbox, String lock, Caller caller) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<Acknowledged> acknowledge(String mailbox, List<String> locks, Caller caller) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<Lock> extend(String mailbox, String lock, String duration, Caller caller) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<Void> giveBack(String mailbox, String lock, @Nullable String delay, Caller caller) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<Sent> reply(String mailbox, String lock, Answer answer, Caller caller) {
        throw new UnsupportedOperationException();
    }

    @Override
    public MailPage browse(String mailbox, @Nullable String after, int limit, Caller caller) {
        throw new UnsupportedOperationException();
    }
}
