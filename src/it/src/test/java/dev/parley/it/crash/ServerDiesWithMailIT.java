package dev.parley.it.crash;

import static dev.parley.it.client.Mailbox.message;
import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.freshReplyQueue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.Answer;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpCall;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.Mail;
import dev.parley.it.client.Mailbox;
import dev.parley.it.client.Replies;
import dev.parley.it.crash.Fuse.Transaction;
import dev.parley.it.server.Delivery;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.share.InShares;
import dev.parley.it.share.PointsInShares;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;

/** The process ends while something that is done with a mailbox is being committed; whoever asked for it asks again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 240, unit = TimeUnit.SECONDS)
@InShares(seconds = 170)
class ServerDiesWithMailIT {

    /** The database commits alone, and the messages after it. */
    private static final boolean OUTBOX = Delivery.chosen() == Delivery.OUTBOX;

    private ParleyServer server;
    private Fuse fuse;

    static List<OnePhasePoint> points() {
        return List.of(OnePhasePoint.BEFORE_COMMIT, OnePhasePoint.AFTER_COMMIT);
    }

    static List<CrashPoint> pointsOfThreeBranches() {
        return OUTBOX
                ? List.of(CrashPoint.FIRST_BRANCH_COMMITTED)
                : List.of(
                        CrashPoint.FIRST_BRANCH_PREPARED,
                        CrashPoint.DECISION_IS_WRITTEN,
                        CrashPoint.FIRST_BRANCH_COMMITTED);
    }

    @BeforeAll
    void prepare() {
        server = ParleyServer.fresh("dying-mail");
        fuse = new Fuse(server);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @PointsInShares("points")
    void acceptsOnce(OnePhasePoint point) {
        Mailbox mailbox = mailbox();
        String id = fresh("message");
        HttpCall send = mailbox.messages().body(message("body", 1, "messageId", id));
        dieDuring(send, point);

        assertThat(send.send().status()).isEqualTo(201);

        Mail mail = mailbox.next();
        assertThat(mail.messageId()).isEqualTo(id);
        assertThat(mailbox.receive(10)).isEmpty();
    }

    /** The answer was lost, and what was locked for it is not. */
    @ParameterizedTest
    @PointsInShares("points")
    void delivers(OnePhasePoint point) {
        Mailbox mailbox = mailbox();
        String id = mailbox.send("1");
        HttpCall receive = mailbox.reception().query("lock", "PT5M").key(fresh("key"));
        dieDuring(receive, point);

        Mail mail = Mailbox.one(receive.send());

        assertThat(mail.messageId()).isEqualTo(id);
        assertThat(mail.deliveryCount()).isEqualTo(1);
        mailbox.acknowledge(mail);
    }

    @ParameterizedTest
    @PointsInShares("points")
    void removes(OnePhasePoint point) {
        Mailbox mailbox = mailbox();
        mailbox.send("1");
        Mail mail = mailbox.next("PT5M");
        HttpCall acknowledge = mailbox.lock(mail).delete();
        dieDuring(acknowledge, point);

        HttpAnswer again = acknowledge.send();

        assertThat(again.status()).isEqualTo(point == OnePhasePoint.BEFORE_COMMIT ? 204 : 410);
        assertThat(mailbox.view().path("locked").asInt()).isZero();
        assertThat(mailbox.receive(10)).isEmpty();
    }

    @ParameterizedTest
    @PointsInShares("pointsOfThreeBranches")
    void takesOnceFromJms(CrashPoint point) {
        Mailbox mailbox = mailbox();
        try (JmsParticipant alice = JmsParticipant.core(server, server.alice())) {
            if (OUTBOX) {
                fuse.light(OutboxPoint.MAIL_STORED);
            } else {
                fuse.light(Transaction.MAIL_FROM_JMS, point);
            }
            alice.sendMail(mailbox.name(), JmsRequest.mail("quote", "1").messageId("from-jms"));
            server.awaitEnd(Duration.ofSeconds(30));
        }
        fuse.startAgain();

        Mail mail = mailbox.next();

        assertThat(mail.messageId()).isEqualTo("from-jms");
        mailbox.acknowledge(mail);
        assertThat(mailbox.receive(10)).isEmpty();
    }

    /** The request is gone if and only if the reply is there. */
    @Test
    void answersOnceOverJms() {
        Mailbox mailbox = mailbox();
        String queue = freshReplyQueue("alice");
        mailbox.sendOnly(message("body", 1, "replyTo", "queue:" + queue, "correlationId", "c-1"));
        Mail mail = mailbox.next("PT5M");
        HttpCall reply = mailbox.at("locks/" + mail.lock() + "/reply").body(message("body", 2, "messageId", "answer"));
        if (OUTBOX) {
            fuse.light(OnePhasePoint.REPLY_COMMITTED);
        } else {
            fuse.light(Transaction.MAIL_REPLY, CrashPoint.FIRST_BRANCH_COMMITTED);
        }
        dieDuring(reply);

        try (JmsParticipant alice = JmsParticipant.core(server, server.alice())) {
            Replies replies = alice.listen(queue);
            // Once recovery or the outbox's sweep has come by, it is done: there is nothing to answer any more.
            Answer answer = replies.next(Duration.ofSeconds(60));
            assertThat(answer.messageId()).isEqualTo("answer");
            assertThat(answer.correlationId()).isEqualTo("c-1");
            assertThat(reply.send().status()).isEqualTo(410);
            assertThat(replies.poll(Duration.ofSeconds(1))).isEmpty();
        }
        assertThat(mailbox.receive(10)).isEmpty();
    }

    /** Who provides an operation polls its requests, and so does who asked: each has what it is to have once. */
    @Test
    void providesOnce() {
        Mailbox mailbox = mailbox();
        HttpParticipant olga = new HttpParticipant(server, server.olga());
        HttpParticipant asker = new HttpParticipant(server, server.alice());
        Mailbox answers = asker.mailbox(fresh("answers")).define();
        String operation = fresh("quote");
        olga.operation(operation)
                .put("{\"provider\":{\"mailbox\":\"" + mailbox.name() + "\"},\"timeout\":\"PT10M\"}")
                .send();
        HttpAnswer accepted = asker.operation(operation)
                .query("replyTo", "mailbox:" + answers.name())
                .key(fresh("key"))
                .body("{}")
                .send();
        Mail asked = mailbox.next("PT5M");
        HttpCall reply = mailbox.at("locks/" + asked.lock() + "/reply").body(message("body", 2));
        fuse.light(OnePhasePoint.REPLY_COMMITTED);
        dieDuring(reply);

        Mail answer = answers.next();

        assertThat(answer.body().asInt()).isEqualTo(2);
        assertThat(answer.text("conversationId")).isEqualTo(accepted.conversationId());
        assertThat(reply.send().status()).isEqualTo(410);
        answers.acknowledge(answer);
        assertThat(answers.receive(10)).isEmpty();
        assertThat(asker.awaitFinal(accepted.location()).conversationStatus()).isEqualTo("SUCCEEDED");
        assertThat(mailbox.receive(10)).isEmpty();
    }

    private Mailbox mailbox() {
        if (!server.isRunning()) {
            fuse.startAgain();
        }
        return new HttpParticipant(server, server.bob()).mailbox(fresh("mail")).define("senders", new String[] {"*"});
    }

    private void dieDuring(HttpCall call, OnePhasePoint point) {
        fuse.light(point);
        dieDuring(call);
    }

    private void dieDuring(HttpCall call) {
        CompletableFuture<HttpAnswer> answer = call.sendLater();
        server.awaitEnd(Duration.ofSeconds(30));
        assertThat(answer).as("no answer before the commit").failsWithin(Duration.ofSeconds(10));
        fuse.startAgain();
    }
}
