package dev.parley.it.topic;

import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.freshReplyQueue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.Answer;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.Json;
import dev.parley.it.client.Mail;
import dev.parley.it.client.Mailbox;
import dev.parley.it.client.Topic;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.share.InShares;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The server is killed while events are published and delivered: what was answered reaches each subscriber once, and in
 * order by key.
 */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
@InShares(seconds = 100)
class EventsAreKilledIT {

    private static final int EVENTS = 120;
    private static final int KEYS = 3;

    private final ParleyServer server = ParleyServer.fresh("killed-events");

    @AfterEach
    void stop() {
        server.close();
    }

    /** What a subscriber got, by key. */
    private static final class Seen {

        private final List<String> all = new ArrayList<>();
        private final Map<String, List<Integer>> byKey = new TreeMap<>();

        void add(String id) {
            all.add(id);
            String[] parts = id.split("-", 2);
            byKey.computeIfAbsent(parts[0], key -> new ArrayList<>()).add(Integer.valueOf(parts[1]));
        }

        void assertThatAllCameOnce(Set<String> accepted) {
            assertThat(all).doesNotHaveDuplicates().containsAll(accepted);
            byKey.forEach((key, numbers) -> assertThat(numbers).as(key).isSorted());
        }
    }

    @Test
    void eachReachesEveryoneOnceAndInOrder() {
        server.start();
        HttpParticipant alice = new HttpParticipant(server, server.alice());
        Topic topic = alice.topic(fresh("topic")).define("subscribers", new String[] {"bob"});
        HttpParticipant bob = new HttpParticipant(server, server.bob());
        Mailbox mailbox = bob.mailbox(fresh("mail")).define();
        String queue = freshReplyQueue("bob");
        topic.seenBy(bob).subscribe("queue", "to", "queue:" + queue);
        topic.seenBy(bob).subscribe("mailbox", "to", "mailbox:" + mailbox.name());

        Set<String> accepted = new TreeSet<>();
        CompletableFuture<?>[] publishers = new CompletableFuture<?>[KEYS];
        for (int key = 0; key < KEYS; key++) {
            String name = "k" + key;
            publishers[key] = CompletableFuture.runAsync(() -> publishAll(topic, name, accepted));
        }
        topic.await("queue", view -> view.path("delivered").asInt() > EVENTS / 10);
        server.kill();
        for (CompletableFuture<?> publisher : publishers) {
            publisher.join();
        }
        server.start();

        topic.awaitNoLag("queue", accepted.size());
        topic.awaitNoLag("mailbox", accepted.size());
        inQueue(queue).assertThatAllCameOnce(accepted);
        inMailbox(mailbox).assertThatAllCameOnce(accepted);
    }

    /** One after the other, so that their order is known, until the server is not there any more. */
    private static void publishAll(Topic topic, String key, Set<String> accepted) {
        for (int i = 0; i < EVENTS; i++) {
            String id = key + "-" + i;
            try {
                HttpAnswer answer = topic.events()
                        .query("subject", key)
                        .key(id)
                        .body(Json.object("n", i))
                        .sendLater()
                        .join();
                if (answer.status() != 202) {
                    return;
                }
                synchronized (accepted) {
                    accepted.add(id);
                }
            } catch (CompletionException killed) {
                return;
            }
        }
    }

    private Seen inQueue(String queue) {
        Seen seen = new Seen();
        try (JmsParticipant bob = JmsParticipant.core(server, server.bob())) {
            var replies = bob.listen(queue);
            var next = replies.poll(Duration.ofSeconds(10));
            while (next.isPresent()) {
                seen.add(next.map(Answer::messageId).orElseThrow());
                next = replies.poll(Duration.ofSeconds(2));
            }
        }
        return seen;
    }

    private static Seen inMailbox(Mailbox mailbox) {
        Seen seen = new Seen();
        List<Mail> mails = mailbox.receive(100);
        while (!mails.isEmpty()) {
            mails.forEach(mail -> {
                seen.add(mail.messageId());
                mailbox.acknowledge(mail);
            });
            mails = mailbox.receive(100);
        }
        return seen;
    }
}
