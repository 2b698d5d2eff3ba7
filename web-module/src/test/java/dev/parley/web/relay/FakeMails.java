package dev.parley.web.relay;

import dev.parley.message.Caller;
import dev.parley.message.Page;
import dev.parley.relay.Acknowledged;
import dev.parley.relay.Answer;
import dev.parley.relay.BrowsedMail;
import dev.parley.relay.Lock;
import dev.parley.relay.Mails;
import dev.parley.relay.ReceivedMails;
import dev.parley.relay.Reception;
import dev.parley.relay.Sending;
import dev.parley.relay.Sent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Keeps what it is asked for, and answers what it was told to. */
public final class FakeMails implements Mails {

    public final List<Sending> sendings = new ArrayList<>();
    public final List<Reception> receptions = new ArrayList<>();
    public final List<String> done = new ArrayList<>();
    public CompletableFuture<Sent> sent = CompletableFuture.completedFuture(new Sent(List.of("m-1")));
    public CompletableFuture<ReceivedMails> received = CompletableFuture.completedFuture(
            new ReceivedMails(List.of(MailExamples.locked(MailExamples.bare("{}"))), null));
    public CompletableFuture<Void> acknowledged = CompletableFuture.completedFuture(null);

    @Override
    public CompletableFuture<Sent> send(Sending sending) {
        sendings.add(sending);
        return sent;
    }

    @Override
    public CompletableFuture<ReceivedMails> receive(Reception reception) {
        receptions.add(reception);
        return received;
    }

    @Override
    public CompletableFuture<Void> acknowledge(String mailbox, String lock, Caller caller) {
        done.add("acknowledge " + lock);
        return acknowledged;
    }

    @Override
    public CompletableFuture<Acknowledged> acknowledge(String mailbox, List<String> locks, Caller caller) {
        done.add("acknowledge " + locks);
        return CompletableFuture.completedFuture(new Acknowledged(locks, List.of("0.x")));
    }

    @Override
    public CompletableFuture<Lock> extend(String mailbox, String lock, String duration, Caller caller) {
        done.add("extend " + lock + " " + duration);
        return CompletableFuture.completedFuture(MailExamples.LOCK);
    }

    @Override
    public CompletableFuture<Void> giveBack(String mailbox, String lock, String delay, Caller caller) {
        done.add("give back " + lock + " " + delay);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Sent> reply(String mailbox, String lock, Answer answer, Caller caller) {
        done.add("reply " + lock + " " + answer);
        return sent;
    }

    @Override
    public Page<BrowsedMail> browse(String mailbox, String after, int limit, Caller caller) {
        done.add("browse " + after + " " + limit);
        return new Page<>(List.of(MailExamples.browsed(MailExamples.bare("1"))), "c/2");
    }
}
