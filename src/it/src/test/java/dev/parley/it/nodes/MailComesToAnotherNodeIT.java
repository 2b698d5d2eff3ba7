package dev.parley.it.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.it.client.EventStream;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.Mail;
import dev.parley.it.client.Mailbox;
import dev.parley.it.client.Samples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A mailbox is one, whichever node is asked. */
class MailComesToAnotherNodeIT extends NodesTest {

    private static final int SENDS = Integer.getInteger("parley.it.sends", 100);
    private static final double NANOS_PER_MILLI = TimeUnit.MILLISECONDS.toNanos(1);

    private final Mailbox here;
    private final Mailbox there;

    MailComesToAnotherNodeIT(Nodes nodes) {
        super(nodes);
        HttpParticipant bob = new HttpParticipant(nodes.first(), nodes.first().bob());
        HttpParticipant bobThere =
                new HttpParticipant(nodes.second(), nodes.second().bob());
        here = bob.mailbox(Samples.fresh("mail")).define();
        there = bobThere.mailbox(here.name());
    }

    /**
     * How long each took, from before it was sent until it was received, is printed: of all, and of the second half,
     * when the servers have done it for a while.
     */
    @Test
    void whoWaitsThereIsAnswered() {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < SENDS; i++) {
            CompletableFuture<HttpAnswer> poll =
                    there.reception().query("wait", "30").sendLater();
            awaitNothingFor(Duration.ofMillis(20 + i % 20));
            long begin = System.nanoTime();
            String id = here.send("1");

            Mail mail = Mailbox.one(poll.join());

            millis.add((System.nanoTime() - begin) / NANOS_PER_MILLI);
            assertThat(mail.messageId()).isEqualTo(id);
            there.acknowledge(mail);
        }
        print("sent", millis);
        print("of the second half, sent", millis.subList(SENDS / 2, SENDS));
    }

    private static void print(String which, List<Double> millis) {
        List<Double> sorted = millis.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "%n%d messages %s to one node while a poll waited on another: p50 %.1f ms, p99 %.1f ms%n",
                sorted.size(),
                which,
                sorted.get(sorted.size() / 2),
                sorted.get(sorted.size() * 99 / 100));
    }

    @Test
    void whatOneNodeLockedTheOtherAcknowledges() {
        here.send("1");
        Mail mail = here.next("PT5M");

        assertThat(there.receive(10)).isEmpty();
        there.acknowledge(mail);

        assertThat(here.lock(mail).delete().send().status()).isEqualTo(410);
    }

    @Test
    void whatChangesOnOneNodeHoldsOnTheOther() {
        here.send("1");
        assertThat(there.messages().body("{\"body\":2}").send().status()).isEqualTo(201);

        here.define("messages", 2);

        assertThat(there.messages().body("{\"body\":3}").send().status()).isEqualTo(429);
        assertThat(there.receive(10)).hasSize(2);
    }

    @Test
    void whoListensThereIsTold() {
        try (EventStream stream = there.stream()) {
            here.send("1");

            assertThat(stream.next().data()).contains(here.name());
        }
    }

    /** So that a poll waits before a message comes. */
    private static void awaitNothingFor(Duration time) {
        await("a poll that waits").pollDelay(time).atMost(time.plusSeconds(10)).until(() -> true);
    }
}
