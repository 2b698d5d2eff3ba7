package dev.parley.it.http;

import static dev.parley.it.client.Samples.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.Answer;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpCall;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.Json;
import dev.parley.it.client.Mail;
import dev.parley.it.client.Mailbox;
import dev.parley.it.client.Pool;
import dev.parley.it.client.Race;
import dev.parley.it.client.Samples;
import dev.parley.it.server.ParleyServer;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Two commands on one thing at once, each with each: one comes after the other, and neither waits for long or fails.
 */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class CommandsMeetIT extends HttpTest {

    CommandsMeetIT(ParleyServer server) {
        super(server);
    }

    /** What the operation does ends at the same time. */
    @Test
    void onAConversation() {
        Race.eachWithEach(() -> {
            String key = fresh("label");
            String label = Samples.label(0);
            HttpAnswer accepted = print(key, label).send();
            assertThat(accepted.status()).as(accepted.toString()).isEqualTo(202);
            return List.of(cancel(accepted), print(key, label), alice.call(accepted.location()), cancel(accepted));
        });
    }

    /** A cancel that comes as a message is answered as well, whatever of it comes first. */
    @RepeatedTest(10)
    void onAConversationOverJms() {
        String key = fresh("label");
        String label = Samples.label(0);
        try (JmsParticipant jms = JmsParticipant.core(server, server.alice())) {
            HttpAnswer accepted = print(key, label).send();
            JmsRequest cancel = JmsRequest.to("parley.command")
                    .text(Json.object("command", "cancel"))
                    .property("ConversationId", accepted.conversationId());

            Race.together(
                    () -> {
                        jms.send(cancel);
                        jms.send(cancel);
                    },
                    cancel(accepted),
                    print(key, label));

            for (int i = 0; i < 2; i++) {
                Answer answer = jms.replies().next(Race.LONGEST);
                assertThat(answer.kind()).as(answer.text()).isIn("Reply", "Fault");
                if (answer.kind().equals("Fault")) {
                    assertThat(answer.problem()).as(answer.text()).endsWith("conversation-ended");
                }
            }
            String end = alice.awaitFinal(accepted.location()).conversationStatus();
            assertThat(end).isIn("SUCCEEDED", "CANCELLED");
            assertThat(effects(key)).isLessThanOrEqualTo(1);
        }
    }

    private HttpCall print(String key, String label) {
        return alice.operation(Samples.PRINT_LABEL).key(key).body(label);
    }

    private HttpCall cancel(HttpAnswer accepted) {
        return alice.call(URI.create(accepted.location() + "/cancel")).body("");
    }

    @Test
    void onAConversationThatTakesTurns() {
        Race.eachWithEach(() -> {
            String key = fresh("offer");
            HttpAnswer first = alice.operation(Samples.BARGAIN)
                    .key(key)
                    .body(Samples.offer(60))
                    .prefer("wait=20")
                    .send();
            String id = first.conversationId();
            return List.of(
                    alice.turn(id).body(Samples.offer(70)),
                    alice.turn(id).query("turn", "3").body(Samples.offer(72)),
                    alice.operation(Samples.BARGAIN).key(key).body(Samples.offer(60)),
                    alice.call(URI.create(alice.conversationAt(id) + "/cancel")).body(""));
        });
    }

    @Test
    void onAMailbox() {
        Mailbox mailbox = bob.mailbox(fresh("mail"));
        Race.eachWithEach(() -> {
            Mailbox hers = mailbox.define("senders", new String[] {"alice"}).seenBy(alice);
            hers.send("1");
            hers.send("2");
            Mail mail = mailbox.next();
            return List.of(
                    hers.messages().body(Mailbox.message("body", 3)),
                    mailbox.reception().query("max", "10"),
                    mailbox.lock(mail).delete(),
                    mailbox.lock(mail).patch(Json.object("lock", "PT20S")),
                    mailbox.lock(mail).patch(Json.object("lock", "PT0S")),
                    mailbox.self().put(Json.object("senders", new String[] {"alice", "olga"})),
                    mailbox.self().delete().query("purge", "true"));
        });
    }

    /** What deletes a mailbox takes what is in it last; what acknowledges takes it first. */
    @RepeatedTest(10)
    void onAMailboxThatIsDeleted() {
        Mailbox mailbox = bob.mailbox(fresh("mail"));
        Mailbox hers = mailbox.define("senders", new String[] {"alice"}).seenBy(alice);
        List<Mail> mails = Stream.of("1", "2", "3", "4")
                .map(body -> {
                    hers.send(body);
                    return mailbox.next();
                })
                .toList();
        Stream<HttpCall> acknowledged =
                mails.stream().map(mail -> mailbox.lock(mail).delete());
        HttpCall deleted = mailbox.self().delete().query("purge", "true");
        Race.together(Stream.concat(acknowledged, Stream.of(deleted)).toArray(HttpCall[]::new));
    }

    @Test
    void onAGrant() {
        Race.eachWithEach(() -> {
            Pool pool = alice.pool(fresh("pool")).define("capacity", 1, "lease", true, "pingEvery", "PT1H");
            String grant = pool.hold().path("grantId").asText();
            return List.of(
                    pool.grant(grant, "renew"),
                    pool.grant(grant).delete(),
                    pool.seenBy(bob).request("wait", "PT1H"),
                    pool.self()
                            .put(Json.object(
                                    "capacity", 2, "lease", true, "pingEvery", "PT1H", "holders", new String[] {"*"})),
                    pool.self().delete());
        });
    }
}
