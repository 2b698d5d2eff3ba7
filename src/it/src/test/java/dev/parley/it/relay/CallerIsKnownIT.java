package dev.parley.it.relay;

import static dev.parley.it.client.Samples.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpCall;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.Mail;
import dev.parley.it.client.Mailbox;
import dev.parley.it.server.Once;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.share.Configuration;
import dev.parley.it.share.InShares;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * A server that knows a caller on his connection for a minute. What is escaped in a request is not looked at there:
 * such a request takes the usual way.
 */
@Tag(Once.TAG)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 240, unit = TimeUnit.SECONDS)
@InShares(on = Configuration.H2, seconds = 45)
class CallerIsKnownIT {

    private static final List<String> PARLEYS =
            List.of("Content-Type", "Content-Length", "Cache-Control", "X-Content-Type-Options", "Retry-After");

    private ParleyServer server;
    private HttpParticipant bob;

    @BeforeAll
    void startServer() {
        server = ParleyServer.fresh("known-caller").withJava("-Dparley.relay.identity=PT1M");
        server.start();
        bob = new HttpParticipant(server, server.bob());
    }

    @AfterAll
    void stopServer() {
        server.close();
    }

    @Test
    void isAnsweredAsEverybodyElse() {
        Mailbox mailbox = bob.mailbox(fresh("mail")).define();
        assertSame(mailbox, "messages", "{\"body\":{\"a\":1}}");
        assertSame(mailbox, "messages", "{\"body\":");
        assertSame(mailbox, "receive", null);
        assertSame(mailbox, "receive", null);
        assertSame(bob.mailbox(fresh("none")), "receive", null);
        assertSame(mailbox, "locks/acknowledge", "{\"locks\":[\"0.x\"]}");
        HttpCall lost = mailbox.at("locks/0.x").delete();
        HttpAnswer usual =
                mailbox.at("locks/0.x").delete().query("way", "the usual").send();
        assertThat(headers(lost.send())).isEqualTo(headers(usual));
    }

    @Test
    void needsNoContainer() {
        HttpParticipant alice = new HttpParticipant(server, server.alice());
        Mailbox mailbox = alice.mailbox(fresh("mail")).define();

        server.forget(server.alice());

        mailbox.send("{\"a\":1}");
        Mail mail = mailbox.next();
        mailbox.acknowledge(mail);
        HttpAnswer usual =
                mailbox.at("receive").post().query("way", "the usual").send();
        assertThat(usual.status()).isEqualTo(401);
        assertThat(new HttpParticipant(server, server.alice())
                        .mailbox(mailbox.name())
                        .at("receive")
                        .post()
                        .send()
                        .status())
                .isEqualTo(401);
    }

    private static void assertSame(Mailbox mailbox, String what, String body) {
        HttpAnswer direct = call(mailbox, what, body).send();
        HttpAnswer usual = call(mailbox, what, body).query("way", "the usual").send();
        assertThat(direct.status()).isEqualTo(usual.status());
        assertThat(headers(direct)).isEqualTo(headers(usual));
        if (direct.status() >= 400) {
            assertThat(direct.json()).isEqualTo(usual.json());
        }
    }

    private static HttpCall call(Mailbox mailbox, String what, String body) {
        HttpCall call = mailbox.at(what);
        return body == null ? call.post() : call.body(body);
    }

    /** Parley's: for caches of HTTP/1.0 the container adds some of its own, which say what {@code no-store} says. */
    private static Map<String, String> headers(HttpAnswer answer) {
        Map<String, String> headers = new TreeMap<>();
        for (String name : PARLEYS) {
            answer.header(name).ifPresent(value -> headers.put(name, value));
        }
        return headers;
    }
}
