package dev.parley.it.renewal;

import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.freshReplyQueue;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.Answer;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpCall;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.Json;
import dev.parley.it.client.Pool;
import dev.parley.it.client.Replies;
import dev.parley.it.server.ParleyServer;
import jakarta.jms.JMSRuntimeException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Holders that ask, confirm and give back, again and again, whatever becomes of the server: each repeats what was not
 * answered, by its key or its id. At the end each gives back what it holds, but for the first over HTTP and the first
 * over JMS, who keep it.
 */
final class Holders implements AutoCloseable {

    private static final int CAPACITY = 4;
    private static final int OVER_HTTP = 4;
    private static final int OVER_JMS = 3;
    private static final String WAIT = "PT30M";
    private static final Duration LONGEST = Duration.ofMinutes(4);

    /** How long something is held, if nobody is asked. */
    private static final Duration HOLDING = Duration.ofSeconds(2);

    private final AtomicBoolean enough = new AtomicBoolean();
    private final AtomicInteger confirmed = new AtomicInteger();
    private final AtomicInteger kept = new AtomicInteger();
    private final Set<String> granted = ConcurrentHashMap.newKeySet();
    private final Set<String> tokens = ConcurrentHashMap.newKeySet();
    private final Set<String> oddities = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Future<?>> holders = new ArrayList<>();
    private final ParleyServer server;
    private final Pool pool;

    Holders(ParleyServer server) {
        this.server = server;
        pool = new HttpParticipant(server, server.alice()).pool(fresh("pool"));
    }

    Pool pool() {
        return pool;
    }

    /** What was neither an answer of the contract nor a 503. */
    Set<String> oddities() {
        return oddities;
    }

    int confirmed() {
        return confirmed.get();
    }

    /** How many grants holders were told of. */
    int granted() {
        return granted.size();
    }

    /** How many are held at the end. */
    int kept() {
        return kept.get();
    }

    void begin() {
        pool.define("capacity", CAPACITY, "pingEvery", "PT1S", "pingTimeout", "PT10M");
        for (int i = 0; i < OVER_HTTP; i++) {
            boolean keeps = i == 0;
            holders.add(threads.submit(() -> holdOverHttp(keeps)));
        }
        for (int i = 0; i < OVER_JMS; i++) {
            boolean keeps = i == 0;
            holders.add(threads.submit(() -> new JmsHolder().hold(keeps)));
        }
    }

    /** Each ends what it is at. */
    void end() throws InterruptedException, ExecutionException {
        enough.set(true);
        for (Future<?> holder : holders) {
            holder.get();
        }
    }

    private void holds(JsonNode grant) {
        String id = grant.path("grantId").asText();
        if (granted.add(id) && !tokens.add(grant.path("fencingToken").asText())) {
            oddities.add("A token was given twice: " + grant);
        }
    }

    private void holdOverHttp(boolean keeps) {
        Pool seen = pool.seenBy(new HttpParticipant(server, server.bob()));
        boolean isLast = false;
        while (!isLast) {
            isLast = enough.get();
            HttpCall request = seen.request("wait", WAIT).key(fresh("key"));
            String id = answered(request, 201, 202).json().path("grantId").asText();
            JsonNode grant = await().atMost(LONGEST)
                    .until(
                            () -> answered(seen.grant(id), 200).json(),
                            each -> each.path("status").asText().equals("HELD"));
            holds(grant);
            confirmOverHttp(seen, id);
            if (isLast && keeps) {
                kept.incrementAndGet();
            } else {
                answered(seen.grant(id).delete(), 204);
            }
        }
    }

    /** Looks for pings for a while, and answers them. */
    private void confirmOverHttp(Pool seen, String id) {
        Instant end = Instant.now().plus(HOLDING);
        while (Instant.now().isBefore(end)) {
            JsonNode ping = answered(seen.grant(id), 200).json().path("ping");
            if (ping.has("pingId")) {
                answered(seen.answer(id, "confirm", ping.path("pingId").asText()), 200);
                confirmed.incrementAndGet();
            }
            pause();
        }
    }

    /** The answer, which must be one of these; repeated while the server is down. */
    private HttpAnswer answered(HttpCall call, Integer... statuses) {
        return await().atMost(LONGEST)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(200))
                .pollInSameThread()
                .until(() -> attempt(call, List.of(statuses)), answer -> answer != null);
    }

    private @Nullable HttpAnswer attempt(HttpCall call, List<Integer> statuses) {
        try {
            HttpAnswer answer = call.send();
            boolean isComingUp = answer.status() == 503
                    || (answer.status() == 404 && !answer.text().contains("urn:parley:fault"));
            if (!statuses.contains(answer.status()) && !isComingUp) {
                oddities.add(answer.toString());
                throw new AssertionError(answer.toString());
            }
            return isComingUp ? null : answer;
        } catch (UncheckedIOException e) {
            // The server is down, or went down: that is what this is about.
            return null;
        }
    }

    private static void pause() {
        await().pollDelay(Duration.ofMillis(200)).until(() -> true);
    }

    @Override
    public void close() {
        enough.set(true);
        threads.shutdownNow();
    }

    /** One over JMS, with a queue that outlasts its connection. */
    private final class JmsHolder {

        private final String queue = freshReplyQueue("alice");
        private @Nullable JmsParticipant connection;
        private @Nullable Replies replies;
        private String held = "";
        private final Set<String> ended = ConcurrentHashMap.newKeySet();

        void hold(boolean keeps) {
            boolean isLast = false;
            while (!isLast) {
                isLast = enough.get();
                held = "";
                JmsRequest request = JmsRequest.to("request")
                        .property("Pool", pool.name())
                        .replyTo(queue)
                        .messageId(fresh("ask"))
                        .text(Json.object("wait", WAIT));
                send(request);
                listen(() -> !held.isEmpty(), request);
                Instant end = Instant.now().plus(HOLDING);
                listen(() -> Instant.now().isAfter(end), null);
                if (isLast && keeps) {
                    kept.incrementAndGet();
                } else {
                    JmsRequest release = JmsRequest.to("release")
                            .property("GrantId", held)
                            .replyTo(queue)
                            .messageId(fresh("release"));
                    send(release);
                    listen(() -> ended.contains(held), release);
                }
            }
            disconnect();
        }

        /** Until then takes what comes; what is not answered is said again. */
        private void listen(java.util.function.BooleanSupplier until, @Nullable JmsRequest again) {
            Instant limit = Instant.now().plus(LONGEST);
            Instant next = Instant.now().plusSeconds(20);
            while (!until.getAsBoolean()) {
                if (Instant.now().isAfter(limit)) {
                    oddities.add("Nothing came to " + queue);
                    throw new AssertionError("Nothing came to " + queue);
                }
                if (again != null && Instant.now().isAfter(next)) {
                    next = Instant.now().plusSeconds(20);
                    send(again);
                }
                try {
                    connect();
                    if (replies != null) {
                        replies.poll(Duration.ofMillis(200)).ifPresent(this::take);
                    }
                } catch (JMSRuntimeException | AssertionError e) {
                    disconnect();
                    pause();
                }
            }
        }

        private void take(Answer answer) {
            JsonNode body = answer.json();
            String id = answer.property("GrantId");
            switch (String.valueOf(answer.kind())) {
                case "Ping" -> {
                    send(JmsRequest.to("confirm")
                            .correlationId(String.valueOf(answer.correlationId()))
                            .replyTo(queue)
                            .messageId(fresh("confirm")));
                }
                case "Reply" -> reply(answer, body, id);
                case "Notice" -> {
                    if ("granted".equals(answer.type())) {
                        isHeld(body, id);
                    } else {
                        oddities.add("Taken away though it answered: " + answer);
                    }
                }
                default -> fault(answer, id);
            }
        }

        private void reply(Answer answer, JsonNode body, String id) {
            String status = body.path("status").asText();
            if ("confirm".equals(answer.type())) {
                confirmed.incrementAndGet();
            } else if (status.equals("RELEASED")) {
                ended.add(id);
            } else if (status.equals("HELD")) {
                isHeld(body, id);
            }
        }

        private void isHeld(JsonNode body, String id) {
            if (!ended.contains(id)) {
                held = id;
                holds(body);
            }
        }

        /**
         * A ping may come twice, before and after a kill, and what was given back is confirmed or asked for again then.
         */
        private void fault(Answer answer, String id) {
            boolean isOfTheLast = ended.contains(id)
                    || answer.problem().endsWith("ping-unknown")
                    || answer.problem().endsWith("grant-ended");
            if (!isOfTheLast) {
                oddities.add("Refused: " + answer);
            }
        }

        private void send(JmsRequest message) {
            boolean isSent = false;
            while (!isSent && !threads.isShutdown()) {
                try {
                    connect().sayOfResources(message);
                    isSent = true;
                } catch (JMSRuntimeException | AssertionError e) {
                    disconnect();
                    pause();
                }
            }
        }

        private JmsParticipant connect() {
            JmsParticipant there = connection;
            if (there == null) {
                there = JmsParticipant.core(server, server.alice());
                connection = there;
                replies = there.listen(queue);
            }
            return there;
        }

        private void disconnect() {
            JmsParticipant there = connection;
            connection = null;
            replies = null;
            try {
                if (there != null) {
                    there.close();
                }
            } catch (JMSRuntimeException | AssertionError e) {
                // It is of no use any more.
            }
        }
    }
}
