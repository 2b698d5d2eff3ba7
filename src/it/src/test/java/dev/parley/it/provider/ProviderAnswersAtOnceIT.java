package dev.parley.it.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.Answer;
import dev.parley.it.client.Asked;
import dev.parley.it.server.ParleyServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.ThrowingConsumer;

/** Two answers to one request come so close together that two sessions take one each. */
class ProviderAnswersAtOnceIT extends ProviderTest {

    private static final int REQUESTS = 60;

    private int errors;
    private int failures;

    ProviderAnswersAtOnceIT(ParleyServer server) {
        super(server);
    }

    @BeforeEach
    void readTheLog() {
        errors = server.logged(" ERROR [").size();
        failures = server.logged("AMQ154004").size();
    }

    @Test
    void withAnAcknowledgmentAndAReply() throws Throwable {
        List<String> conversations = askAndAnswer(asked -> {
            paul.acknowledge(asked);
            paul.reply(asked, "{\"price\":12}");
        });

        conversations.forEach(id -> assertThat(journal(id))
                .containsExactlyInAnyOrder("IN REQUEST", "OUT REQUEST", "IN ACK", "IN REPLY", "OUT REPLY"));
        nothingWasWrong();
    }

    @Test
    void withTwoReplies() throws Throwable {
        List<String> conversations = askAndAnswer(asked -> {
            paul.reply(asked, "{\"price\":12}");
            paul.reply(asked, "{\"price\":12}");
        });

        conversations.forEach(id -> assertThat(journal(id))
                .containsExactlyInAnyOrder("IN REQUEST", "OUT REQUEST", "IN REPLY", "OUT REPLY", "IN REPLY"));
        nothingWasWrong();
    }

    private List<String> askAndAnswer(ThrowingConsumer<Asked> answering) throws Throwable {
        enter(PATIENT);
        for (int i = 0; i < REQUESTS; i++) {
            alice.send(request());
        }
        for (int i = 0; i < REQUESTS; i++) {
            answering.accept(paul.next());
        }
        List<String> conversations = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            Answer reply = alice.replies().next();
            assertThat(reply.text()).isEqualTo("{\"price\":12}");
            conversations.add(String.valueOf(reply.conversationId()));
        }
        assertThat(conversations).doesNotHaveDuplicates();
        return conversations;
    }

    /** Whatever comes second may still be on its way. */
    private List<String> journal(String conversation) {
        return await("five messages of " + conversation)
                .pollDelay(Duration.ZERO)
                .until(() -> entries(conversation), all -> all.size() == 5);
    }

    private List<String> entries(String conversation) {
        List<String> entries = new ArrayList<>();
        JsonNode messages = olga.messages(conversation).send().json().path("messages");
        messages.forEach(message -> entries.add(
                (message.path("direction").asText() + " " + message.path("kind").asText()).toUpperCase(Locale.ROOT)));
        return entries;
    }

    private void nothingWasWrong() {
        List<String> written = server.logged(" ERROR [");
        assertThat(written.subList(errors, written.size())).isEmpty();
        assertThat(server.logged("AMQ154004")).as("deliveries that failed").hasSize(failures);
    }
}
