package dev.parley.it.provider;

import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.freshProviderQueue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.Asked;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsProvider;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.Json;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.WaitingTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProviderIsAskedInOrderIT extends ProviderTest {

    private static final int MANY = 60;
    private static final Duration A_MOMENT = Duration.ofSeconds(2);

    private final String group = fresh("group");

    ProviderIsAskedInOrderIT(ParleyServer server) {
        super(server);
    }

    @Test
    void getsTheRequestsOfAGroupAsTheyWereSent() {
        enter(PATIENT);
        List<String> sent = sendAmongOthers();

        List<String> asked = new ArrayList<>();
        for (int i = 0; i < 2 * MANY; i++) {
            Asked request = paul.next();
            if (group.equals(request.group())) {
                asked.add(request.text());
            } else {
                assertThat(request.group()).isNull();
            }
        }
        assertThat(asked).containsExactlyElementsOf(sent);
    }

    @WaitingTest
    void isTheOnlyOneWhoGetsThem() {
        try (JmsProvider petra = new JmsProvider(server, freshProviderQueue("petra"))) {
            enter("[{\"queue\":\"" + paul.queue() + "\"},{\"queue\":\"" + petra.queue() + "\"}]", PATIENT);
            List<String> sent = sendAmongOthers();

            List<String> byPaul = askedInTheGroup(paul);
            List<String> byPetra = askedInTheGroup(petra);

            assertThat(byPaul.isEmpty() ? byPetra : byPaul).containsExactlyElementsOf(sent);
            assertThat(byPaul.isEmpty() || byPetra.isEmpty()).isTrue();
        }
    }

    @WaitingTest
    void isAskedAgainInTheSameGroup() {
        enter(QUICK);
        alice.send(inGroup(0));

        assertThat(paul.next().group()).isEqualTo(group);
        Asked second = paul.next();
        assertThat(second.attempt()).isEqualTo(2);
        assertThat(second.group()).isEqualTo(group);
    }

    @Test
    void isHeardInOrderIfItAnswersInTheGroup() {
        enter(PATIENT);
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            sent.add(body(i));
            alice.send(inGroup(i));
        }
        for (int i = 0; i < MANY; i++) {
            Asked asked = paul.next();
            paul.replyInGroup(asked, asked.text());
        }

        List<String> answered = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            answered.add(alice.replies().next().text());
        }
        assertThat(answered).containsExactlyElementsOf(sent);
    }

    /** Each request of the group is followed by one of somebody else that is in none. */
    private List<String> sendAmongOthers() {
        List<String> sent = new ArrayList<>();
        try (JmsParticipant bob = JmsParticipant.core(server, server.bob())) {
            for (int i = 0; i < MANY; i++) {
                sent.add(body(i));
                alice.send(inGroup(i));
                bob.send(request());
            }
            return sent;
        }
    }

    private List<String> askedInTheGroup(JmsProvider provider) {
        List<String> asked = new ArrayList<>();
        for (var next = provider.poll(A_MOMENT); next.isPresent(); next = provider.poll(A_MOMENT)) {
            if (group.equals(next.get().group())) {
                asked.add(next.get().text());
            }
        }
        return asked;
    }

    private JmsRequest inGroup(int number) {
        return JmsRequest.to(operation).text(body(number)).property("JMSXGroupID", group);
    }

    private static String body(int number) {
        return Json.object("number", number);
    }
}
