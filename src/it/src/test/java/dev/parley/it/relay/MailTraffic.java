package dev.parley.it.relay;

import static dev.parley.it.client.Samples.fresh;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpCall;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.Json;
import dev.parley.it.client.Mail;
import dev.parley.it.client.Mailbox;
import dev.parley.it.server.ParleyServer;
import jakarta.jms.JMSRuntimeException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Senders and receivers that go on whatever becomes of the server: each repeats what was not answered, by its message
 * id, its key or its lock.
 */
final class MailTraffic implements AutoCloseable {

    static final Duration LOCK = Duration.ofSeconds(5);

    private static final int SENDERS = 2;
    private static final int RECEIVERS = 3;
    private static final int MOST_OPEN = 300;
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private final MailRecord record = new MailRecord(LOCK);
    private final Set<String> sent = ConcurrentHashMap.newKeySet();
    private final Set<String> oddAnswers = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean enoughSent = new AtomicBoolean();
    private final AtomicBoolean enoughReceived = new AtomicBoolean();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Future<?>> senders = new ArrayList<>();
    private final List<Future<?>> receivers = new ArrayList<>();
    private final ParleyServer server;
    private final Mailbox mailbox;

    MailTraffic(ParleyServer server) {
        this.server = server;
        mailbox = new HttpParticipant(server, server.bob()).mailbox(fresh("mail"));
    }

    MailRecord record() {
        return record;
    }

    Set<String> sent() {
        return sent;
    }

    /** What was neither an answer of the contract nor a 503. */
    Set<String> oddAnswers() {
        return oddAnswers;
    }

    void begin(long seed) {
        mailbox.define("senders", new String[] {"*"}, "maxDeliveries", 1000);
        Mailbox hers = mailbox.seenBy(new HttpParticipant(server, server.alice()));
        for (int i = 0; i < SENDERS; i++) {
            senders.add(threads.submit(() -> sendOverHttp(hers)));
        }
        senders.add(threads.submit(this::sendOverJms));
        for (int i = 0; i < RECEIVERS; i++) {
            String name = "receiver-" + i;
            Random random = new Random(seed + i);
            receivers.add(threads.submit(() -> receive(name, random)));
        }
    }

    /** Sends no more, and lets the receivers have the rest. */
    void end() throws InterruptedException, ExecutionException {
        enoughSent.set(true);
        for (Future<?> sender : senders) {
            sender.get();
        }
        try {
            await().atMost(LONGEST).until(() -> record.isDone() && isEmpty());
        } catch (ConditionTimeoutException e) {
            // what is missing then is for the checker to say
        }
        enoughReceived.set(true);
        for (Future<?> receiver : receivers) {
            receiver.get();
        }
    }

    /** How much of what was sent is in the mailbox still. */
    boolean isEmpty() {
        JsonNode view = mailbox.view();
        return List.of("ready", "locked", "delayed").stream()
                .allMatch(count -> view.path(count).asInt(-1) == 0);
    }

    private void sendOverHttp(Mailbox hers) {
        while (!enoughSent.get()) {
            String id = begin("http");
            String message = Mailbox.message("messageId", id, "body", id);
            untilDone(() -> is(201, hers.messages().body(message).send()));
            record.accepted(id);
        }
    }

    private void sendOverJms() {
        @Nullable JmsParticipant alice = null;
        while (!enoughSent.get()) {
            String id = begin("jms");
            boolean isSent = false;
            while (!isSent) {
                try {
                    alice = alice == null ? JmsParticipant.core(server, server.alice()) : alice;
                    alice.sendMail(
                            mailbox.name(),
                            JmsRequest.mail("quote", '"' + id + '"').messageId(id));
                    isSent = true;
                } catch (JMSRuntimeException | AssertionError e) {
                    alice = close(alice);
                    pause();
                }
            }
            record.accepted(id);
        }
        close(alice);
    }

    private static @Nullable JmsParticipant close(@Nullable JmsParticipant participant) {
        try {
            if (participant != null) {
                participant.close();
            }
        } catch (JMSRuntimeException | AssertionError e) {
            // It is of no use any more.
        }
        return null;
    }

    private String begin(String prefix) {
        await().atMost(LONGEST)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> record.open() < MOST_OPEN || enoughSent.get());
        String id = fresh(prefix);
        sent.add(id);
        return id;
    }

    private void receive(String name, Random random) {
        List<Mail> done = List.of();
        while (!enoughReceived.get()) {
            List<Mail> mails = poll(name, done);
            // One in ten is forgotten, and comes again when its lock has run out.
            mails.removeIf(mail -> random.nextInt(10) == 0);
            done = random.nextBoolean() ? mails : List.of();
            if (done.isEmpty()) {
                mails.forEach(this::acknowledge);
            }
        }
    }

    /** Polls, and acknowledges what is done with it, if anything is. */
    private List<Mail> poll(String name, List<Mail> done) {
        String key = fresh("poll");
        List<Mail> mails = new ArrayList<>();
        untilDone(() -> {
            Instant askedAt = Instant.now();
            HttpAnswer answer = send(
                    reception(done)
                            .query("max", "5")
                            .query("wait", "1")
                            .query("lock", LOCK.toString())
                            .key(key),
                    done);
            if (answer.status() != 204 && !is(200, answer)) {
                return false;
            }
            tell(done, answer);
            answer.json().path("messages").forEach(json -> mails.add(new Mail(json)));
            mails.forEach(mail -> record.delivered(name, mail, askedAt));
            return true;
        });
        return mails;
    }

    private HttpCall reception(List<Mail> done) {
        List<String> locks = done.stream().map(Mail::lock).toList();
        return done.isEmpty() ? mailbox.reception() : mailbox.at("receive").body(Json.object("acknowledge", locks));
    }

    private HttpAnswer send(HttpCall reception, List<Mail> done) {
        try {
            HttpAnswer answer = reception.send();
            if (answer.status() == 503) {
                done.forEach(mail -> record.perhapsAcknowledged(mail.messageId()));
            }
            return answer;
        } catch (UncheckedIOException e) {
            done.forEach(mail -> record.perhapsAcknowledged(mail.messageId()));
            throw e;
        }
    }

    private void tell(List<Mail> done, HttpAnswer answer) {
        Set<String> locks = new HashSet<>();
        answer.json().path("acknowledged").forEach(lock -> locks.add(lock.asText()));
        for (Mail mail : done) {
            if (locks.contains(mail.lock())) {
                record.acknowledged(mail.messageId(), Instant.now());
            }
        }
    }

    private void acknowledge(Mail mail) {
        untilDone(() -> {
            try {
                HttpAnswer answer = mailbox.lock(mail).delete().send();
                if (answer.status() == 204) {
                    record.acknowledged(mail.messageId(), Instant.now());
                } else if (answer.status() == 503) {
                    record.perhapsAcknowledged(mail.messageId());
                }
                return answer.status() == 410 || is(204, answer);
            } catch (UncheckedIOException e) {
                record.perhapsAcknowledged(mail.messageId());
                throw e;
            }
        });
    }

    /** Anything else must say that the server is not up. */
    private boolean is(int status, HttpAnswer answer) {
        boolean isComingUp = answer.status() == 503
                || (answer.status() == 404 && !answer.text().contains("urn:parley:fault"));
        if (answer.status() != status && !isComingUp) {
            oddAnswers.add(answer.toString());
        }
        return answer.status() == status;
    }

    private static void untilDone(BooleanSupplier attempt) {
        await().atMost(LONGEST)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(200))
                .pollInSameThread()
                .until(() -> {
                    try {
                        return attempt.getAsBoolean();
                    } catch (UncheckedIOException e) {
                        // The server is down, or went down: that is what this is about.
                        return false;
                    }
                });
    }

    private static void pause() {
        await().pollDelay(Duration.ofMillis(200)).until(() -> true);
    }

    @Override
    public void close() {
        enoughSent.set(true);
        enoughReceived.set(true);
        threads.shutdownNow();
    }
}
