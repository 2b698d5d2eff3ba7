package dev.parley.it.relay;

import static dev.parley.it.client.Mailbox.message;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.Json;
import dev.parley.it.client.Mail;
import dev.parley.it.client.Mailbox;
import dev.parley.it.server.ParleyServer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailIsReceivedIT extends RelayTest {

    MailIsReceivedIT(ParleyServer server) {
        super(server);
    }

    @Test
    void comesAsItWasSentAndIsGoneOnceItIsAcknowledged() {
        Mailbox hers = openToAlice();
        String id = hers.sendOnly(
                "{\"type\":\"quote\",\"body\":{\"item\":\"tea\",\"price\":1.50},\"messageId\":\"quote-1\","
                        + "\"correlationId\":\"c-1\",\"conversationId\":\"talk-1\"}");

        Mail mail = mailbox.next();

        assertThat(id).isEqualTo("quote-1");
        assertThat(mail.messageId()).isEqualTo("quote-1");
        assertThat(mail.text("type")).isEqualTo("quote");
        assertThat(mail.body()).isEqualTo(Json.parse("{\"item\":\"tea\",\"price\":1.50}"));
        assertThat(mail.text("correlationId")).isEqualTo("c-1");
        assertThat(mail.text("conversationId")).isEqualTo("talk-1");
        assertThat(mail.text("from")).contains("alice");
        assertThat(mail.deliveryCount()).isEqualTo(1);
        Instant sentAt = Instant.parse(mail.text("sentAt"));
        assertThat(Instant.parse(mail.text("expiresAt"))).isAfter(sentAt);
        assertThat(mail.lockedUntil()).isAfter(sentAt);
        mailbox.acknowledge(mail);
        assertThat(mailbox.receive(10)).isEmpty();
        assertThat(mailbox.view().path("ready").asInt()).isZero();
    }

    @Test
    void comesInTheOrderOfArrival() {
        Mailbox hers = openToAlice();
        List<String> sent = new ArrayList<>();
        sent.add(hers.send("{}"));
        sent.addAll(sendTogether(hers, 7));
        sent.add(hers.send("{}"));

        List<String> received = new ArrayList<>();
        mailbox.receive(4).forEach(mail -> received.add(mail.messageId()));
        mailbox.receive(100).forEach(mail -> received.add(mail.messageId()));

        assertThat(received).containsExactlyElementsOf(sent);
    }

    @Test
    void isNotShownToAnotherWhileItIsLocked() {
        Mailbox hers = openToAlice();
        hers.send("{}");

        Mail mail = mailbox.next();

        assertThat(mailbox.receive(10)).isEmpty();
        assertThat(mailbox.seenBy(olga).receive(10)).isEmpty();
        assertThat(mailbox.view().path("locked").asInt()).isEqualTo(1);
        mailbox.acknowledge(mail);
    }

    @Test
    void isAcknowledgedTogetherWithOthers() {
        Mailbox hers = openToAlice();
        sendTogether(hers, 5);
        List<Mail> mails = mailbox.receive(5);
        mailbox.acknowledge(mails.get(4));
        List<String> locks = mails.stream().map(Mail::lock).toList();

        HttpAnswer answer = mailbox.at("locks/acknowledge")
                .body(Json.object("locks", locks))
                .send();

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.json().path("acknowledged"))
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(locks.subList(0, 4));
        assertThat(answer.json().path("lost")).extracting(JsonNode::asText).containsExactly(locks.get(4));
        assertThat(mailbox.view().path("locked").asInt()).isZero();
    }

    @Test
    void isBrowsedWithoutBeingLocked() {
        Mailbox hers = openToAlice();
        List<String> sent = sendTogether(hers, 5);

        HttpAnswer first = mailbox.messages().query("limit", "3").send();
        HttpAnswer rest = mailbox.messages()
                .query("limit", "3")
                .query("after", first.json().path("next").asText())
                .send();

        List<String> browsed = new ArrayList<>(first.json().path("messages").findValuesAsText("messageId"));
        assertThat(browsed).hasSize(3);
        browsed.addAll(rest.json().path("messages").findValuesAsText("messageId"));
        assertThat(browsed).containsExactlyElementsOf(sent);
        assertThat(rest.json().has("next")).isFalse();
        assertThat(first.text()).doesNotContain("\"lock\"");
        assertThat(mailbox.receive(10))
                .extracting(Mail::deliveryCount)
                .containsOnly(1)
                .hasSize(5);
    }

    @Test
    void isCounted() {
        Mailbox hers = openToAlice();
        sendTogether(hers, 3);
        hers.sendOnly(message("body", 1, "delay", "PT1H"));
        mailbox.next();

        JsonNode view = mailbox.view();

        assertThat(view.path("ready").asInt()).isEqualTo(2);
        assertThat(view.path("locked").asInt()).isEqualTo(1);
        assertThat(view.path("delayed").asInt()).isEqualTo(1);
        assertThat(Instant.parse(view.path("oldest").asText()))
                .isBefore(Instant.now().plusSeconds(1));
    }

    @Test
    void mayBeAnyJson() {
        Mailbox hers = openToAlice();
        List<String> bodies = List.of(
                "{}", "[1,2]", "\"text\"", "12345678901234567890.0123456789", "true", "null", "\"ä€😀\\u0000\"");

        bodies.forEach(body -> hers.sendOnly("{\"body\":" + body + "}"));

        List<Mail> mails = mailbox.receive(100);
        assertThat(mails)
                .extracting(Mail::body)
                .containsExactlyElementsOf(bodies.stream().map(Json::parse).toList());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void comesAsItWasSentHoweverOddItsTextsAre(boolean inGroups) {
        Mailbox hers = openToAlice();
        List<String> odd = List.of("null", "NULL", "{}", "{a,b}", "\"", "a\\b", "\\", "it's", ",", "ä€😀", "?", ";--");
        List<String> messages = odd.stream()
                .map(text -> inGroups
                        ? message("body", text, "type", text, "messageId", text, "group", text)
                        : message("body", text, "type", text, "messageId", text, "correlationId", text))
                .toList();

        HttpAnswer answer = hers.messages().body(Mailbox.messages(messages)).send();

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        List<Mail> mails = mailbox.receive(100);
        assertThat(mails).extracting(mail -> mail.body().asText()).containsExactlyElementsOf(odd);
        assertThat(mails).extracting(Mail::messageId).containsExactlyElementsOf(odd);
        assertThat(mails).extracting(mail -> mail.text("type")).containsExactlyElementsOf(odd);
        assertThat(hers.messages().body(Mailbox.messages(messages)).send().status())
                .isEqualTo(201);
        assertThat(mailbox.receive(100)).as("sent again").isEmpty();
        mails.forEach(mailbox::acknowledge);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void comesInOrderHoweverLargeItIs(boolean inGroups) {
        Mailbox hers = openToAlice();
        String large = "x".repeat(600_000);
        List<String> messages = Stream.of("a", "b", "c")
                .map(name -> inGroups
                        ? message("body", name + large, "messageId", name, "group", name)
                        : message("body", name + large, "messageId", name))
                .toList();

        HttpAnswer answer = hers.messages().body(Mailbox.messages(messages)).send();

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        List<Mail> mails = mailbox.receive(100);
        assertThat(mails).extracting(Mail::messageId).containsExactly("a", "b", "c");
        assertThat(mails).allSatisfy(mail -> assertThat(mail.body().asText()).isEqualTo(mail.messageId() + large));
        mails.forEach(mailbox::acknowledge);
    }

    /** The relay passes what it cannot read. */
    @Test
    void mayBeBytesOfAnyKind() {
        Mailbox hers = openToAlice();
        hers.sendOnly(message("contentType", "application/octet-stream", "body", "AP/+gA=="));

        Mail mail = mailbox.next();

        assertThat(mail.text("contentType")).isEqualTo("application/octet-stream");
        assertThat(mail.body().asText()).isEqualTo("AP/+gA==");
    }

    private static List<String> sendTogether(Mailbox to, int count) {
        List<String> messages =
                IntStream.range(0, count).mapToObj(i -> message("body", i)).toList();
        HttpAnswer answer = to.messages().body(Mailbox.messages(messages)).send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        List<String> ids = new ArrayList<>();
        answer.json().path("messageIds").forEach(id -> ids.add(id.asText()));
        assertThat(ids).hasSize(count).doesNotHaveDuplicates();
        return ids;
    }
}
