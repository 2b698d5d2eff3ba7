package dev.parley.it.relay;

import static dev.parley.it.client.Mailbox.mails;
import static dev.parley.it.client.Mailbox.message;
import static dev.parley.it.client.Mailbox.one;
import static dev.parley.it.client.Samples.fresh;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.Json;
import dev.parley.it.client.Mail;
import dev.parley.it.client.Mailbox;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.WaitingTest;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 240, unit = TimeUnit.SECONDS)
class PollWaitsIT extends RelayTest {

    private static final int MANY = 1000;

    PollWaitsIT(ParleyServer server) {
        super(server);
    }

    @Test
    void isAnsweredWhenMailComes() {
        Mailbox hers = openToAlice();
        CompletableFuture<HttpAnswer> poll = poll(mailbox);

        String id = hers.send("{}");

        assertThat(one(poll.join()).messageId()).isEqualTo(id);
    }

    @Test
    void isAnsweredWhenMailComesOverJms() {
        mailbox.define("senders", new String[] {"*"});
        CompletableFuture<HttpAnswer> poll = poll(mailbox);
        try (JmsParticipant hers = JmsParticipant.core(server, server.alice())) {
            hers.sendMail(mailbox.name(), JmsRequest.mail("quote", "{}").messageId("from-jms"));

            assertThat(one(poll.join()).messageId()).isEqualTo("from-jms");
        }
    }

    @WaitingTest
    void isAnsweredWhenADelayIsOver() {
        Mailbox hers = openToAlice();
        CompletableFuture<HttpAnswer> poll = poll(mailbox);

        String id = hers.sendOnly(message("body", 1, "delay", "PT2S"));

        assertThat(one(poll.join()).messageId()).isEqualTo(id);
    }

    @Test
    void isAnsweredWhenAMessageIsGivenBack() {
        openToAlice().send("{}");
        Mail mail = mailbox.next();
        CompletableFuture<HttpAnswer> poll = poll(mailbox);

        mailbox.lock(mail).patch(Json.object("lock", "PT0S")).send();

        assertThat(one(poll.join()).messageId()).isEqualTo(mail.messageId());
    }

    @Test
    void isAnsweredWhenTheOneBeforeItInTheGroupIsDone() {
        Mailbox hers = openToAlice();
        hers.sendOnly(message("body", 1, "group", "ada"));
        hers.sendOnly(message("body", 2, "group", "ada"));
        Mail first = mailbox.next();
        CompletableFuture<HttpAnswer> poll = poll(mailbox);

        mailbox.acknowledge(first);

        assertThat(one(poll.join()).body().asInt()).isEqualTo(2);
    }

    @WaitingTest
    void endsWithNothing() {
        openToAlice();

        HttpAnswer answer = mailbox.reception().query("wait", "1").send();

        assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
        assertThat(answer.text()).isEmpty();
    }

    @Test
    void endsWithItsMailbox() {
        openToAlice();
        CompletableFuture<HttpAnswer> poll = poll(mailbox);

        mailbox.self().delete().send();

        assertThat(poll.orTimeout(30, TimeUnit.SECONDS).join().status()).isEqualTo(404);
    }

    /** The message is not there before those who have gone can be seen to have gone. */
    @Test
    void takesNothingOnceItsClientHasGone() throws IOException {
        Mailbox hers = openToAlice("maxDeliveries", 1);
        for (int i = 0; i < 5; i++) {
            try (Socket socket = new Socket(server.http().getHost(), server.httpPort())) {
                ask(socket, "");
                int answered = socket.getInputStream().read(new byte[10_000]);
                assertThat(answered).isPositive();
                ask(socket, "?wait=60");
            }
        }
        hers.sendOnly(message("body", 1, "delay", "PT2S"));

        assertThat(mailbox.next().deliveryCount()).isEqualTo(1);
    }

    private void ask(Socket socket, String query) throws IOException {
        String request = "POST " + mailbox.uri().getPath() + "/receive" + query + " HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Length: 0\r\nAuthorization: " + server.bob().basic() + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** A message goes to one of those who wait. */
    @WaitingTest
    void endsWithNothingForAllButOne() {
        Mailbox hers = openToAlice();
        List<CompletableFuture<HttpAnswer>> polls = IntStream.range(0, 5)
                .mapToObj(i -> mailbox.reception().query("wait", "3").sendLater())
                .toList();

        String id = hers.send("{}");

        List<Mail> received = new ArrayList<>();
        polls.forEach(poll -> received.addAll(mails(poll.join())));
        assertThat(received).extracting(Mail::messageId).containsExactly(id);
    }

    /** Far more than the server has threads: others are served meanwhile, and each gets what is sent to it. */
    @Test
    void togetherWithAThousandOthers() {
        Mailbox hers = openToAlice();
        Mailbox another = bob.mailbox(fresh("mail")).define("senders", new String[] {"alice"});
        List<CompletableFuture<HttpAnswer>> polls = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            polls.add(poll(i % 2 == 0 ? mailbox : another));
        }
        for (int i = 0; i < MANY / 100; i++) {
            sendTogether(i % 2 == 0 ? hers : another.seenBy(alice));
        }

        List<Mail> received = new ArrayList<>();
        polls.forEach(poll -> received.add(one(poll.join())));

        assertThat(received).extracting(Mail::messageId).doesNotHaveDuplicates().hasSize(MANY);
        assertThat(received).extracting(Mail::deliveryCount).containsOnly(1);
    }

    /** A request gets in while all of them wait. */
    @Test
    void keepsNobodyFromTheServer() {
        Mailbox hers = openToAlice();
        List<CompletableFuture<HttpAnswer>> polls =
                IntStream.range(0, MANY).mapToObj(i -> poll(mailbox)).toList();

        for (int i = 0; i < 20; i++) {
            assertThat(alice.conversations().query("limit", "1").send().status())
                    .isEqualTo(200);
            assertThat(polls).noneMatch(CompletableFuture::isDone);
        }

        for (int i = 0; i < MANY / 100; i++) {
            sendTogether(hers);
        }
        polls.forEach(poll -> one(poll.join()));
    }

    private static void sendTogether(Mailbox to) {
        List<String> messages =
                IntStream.range(0, 100).mapToObj(i -> message("body", i)).toList();
        HttpAnswer sent = to.messages().body(Mailbox.messages(messages)).send();
        assertThat(sent.status()).as(sent.toString()).isEqualTo(201);
    }

    private static CompletableFuture<HttpAnswer> poll(Mailbox from) {
        return from.reception().query("wait", "60").sendLater();
    }
}
