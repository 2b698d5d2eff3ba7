package dev.parley.it.nodes;

import static dev.parley.it.client.Samples.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.Json;
import dev.parley.it.client.Mail;
import dev.parley.it.client.Mailbox;
import dev.parley.it.client.Topic;
import dev.parley.it.load.Evidence;
import dev.parley.it.load.Load;
import dev.parley.it.load.Violations;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.share.Configuration;
import dev.parley.it.share.InShares;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** SIGKILL for one of the nodes while participants ask both; it comes back, and the other one goes on meanwhile. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
@InShares(on = Configuration.H2, seconds = 140)
class NodeIsKilledUnderLoadIT extends NodesTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int ENOUGH = 30;
    private static final int KEYED = 60;

    private Load load;

    NodeIsKilledUnderLoadIT(Nodes nodes) {
        super(nodes);
    }

    @BeforeEach
    void ask() {
        probe().sql("delete from ordering_effect");
        load = new Load(nodes.all());
    }

    @AfterEach
    void askNoMore() {
        load.close();
        nodes.all().stream().filter(node -> !node.isRunning()).forEach(ParleyServer::start);
    }

    @Test
    void theOneThatUsesTheBroker() throws InterruptedException, ExecutionException {
        load.begin();
        answersCome();
        nodes.second().kill();
        answersCome();
        nodes.second().start();
        goesOn(nodes.second());
    }

    /** Without a broker the other one can accept only what needs none. */
    @Test
    void theOneThatHasTheBroker() throws InterruptedException, ExecutionException {
        load.begin();
        answersCome();
        nodes.first().kill();
        nodes.first().start();
        goesOn(nodes.first());
    }

    /** What is published at both comes once, and in the order of its key, whichever delivers it. */
    @Test
    void theOneThatPublishesByKeyAndDelivers() {
        Topic here = alice(nodes.first()).topic(fresh("keyed")).define("key", "/k");
        Topic there = alice(nodes.second()).topic(here.name());
        Mailbox mailbox = alice(nodes.first()).mailbox(fresh("keyed")).define();
        here.subscribe("all", "to", "mailbox:" + mailbox.name());
        Map<String, CompletableFuture<Integer>> publishers = new TreeMap<>();
        for (String key : List.of("a", "b")) {
            publishers.put(key, CompletableFuture.supplyAsync(() -> publishAll(here, key)));
            publishers.put(key + key, CompletableFuture.supplyAsync(() -> publishAll(there, key + key)));
        }
        here.await("all", view -> view.path("delivered").asInt() > KEYED);
        nodes.second().kill();
        int answered =
                publishers.values().stream().mapToInt(CompletableFuture::join).sum();
        nodes.second().start();

        here.awaitNoLag("all", answered);
        Map<String, List<Integer>> came = new TreeMap<>();
        for (Mail mail : all(mailbox)) {
            came.computeIfAbsent(mail.body().path("k").asText(), key -> new ArrayList<>())
                    .add(mail.body().path("n").asInt());
        }
        publishers.forEach((key, published) -> {
            List<Integer> numbers = came.getOrDefault(key, List.of());
            assertThat(numbers).as("in order, once each: " + key).isEqualTo(upTo(numbers.size()));
            assertThat(numbers).as("all that were answered: " + key).hasSizeGreaterThanOrEqualTo(published.join());
        });
    }

    private static List<Integer> upTo(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    /** One after the other, as long as the node is there; how many were answered. */
    private static int publishAll(Topic topic, String key) {
        for (int n = 0; n < KEYED; n++) {
            try {
                if (topic.events()
                                .body(Json.object("k", key, "n", n))
                                .sendLater()
                                .join()
                                .status()
                        != 202) {
                    return n;
                }
            } catch (CompletionException killed) {
                return n;
            }
        }
        return KEYED;
    }

    private static List<Mail> all(Mailbox mailbox) {
        List<Mail> all = new ArrayList<>();
        List<Mail> some = mailbox.receive(100);
        while (!some.isEmpty()) {
            all.addAll(some);
            some = mailbox.receive(100);
        }
        return all;
    }

    private void goesOn(ParleyServer killed) throws InterruptedException, ExecutionException {
        answersCome();
        load.end();
        assertThatAllWentWell(killed);
        try (JmsParticipant alice = alice()) {
            awaitErrandsOfBoth(alice);
        }
    }

    private void answersCome() {
        int enough = load.countAnswered() + ENOUGH;
        await("answers to " + ENOUGH + " more requests").atMost(PATIENCE).until(() -> load.countAnswered() >= enough);
    }

    private void assertThatAllWentWell(ParleyServer node) {
        Evidence evidence = load.evidence();
        Violations violations = Violations.of(evidence);
        System.out.printf(
                "%n%s killed: %d requests, %d acknowledged, %d answered: %s%n",
                node.directory().getFileName(),
                evidence.requesters().size(),
                evidence.acknowledged().size(),
                load.countAnswered(),
                violations);
        assertThat(violations.total()).as(violations.toString()).isZero();
        assertThat(load.oddAnswers()).isEmpty();
    }
}
