package dev.parley.it.http;

import static dev.parley.it.client.Samples.PLACE_ORDER;
import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.server.Once;
import dev.parley.it.server.ParleyServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag(Once.TAG)
class CallerIsNotKnownIT extends HttpTest {

    CallerIsNotKnownIT(ParleyServer server) {
        super(server);
    }

    @ParameterizedTest
    @EnumSource
    void isAskedWhoTheyAre(Caller caller) {
        HttpParticipant somebody = caller == Caller.ANONYMOUS
                ? HttpParticipant.anonymous(server)
                : new HttpParticipant(server, server.alice().withWrongPassword());
        String key = fresh("key");

        HttpAnswer refused =
                somebody.operation(PLACE_ORDER).body(order()).key(key).send();

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("WWW-Authenticate").orElse("")).startsWith("Basic");
        assertThat(somebody.conversations().send().status()).isEqualTo(401);
        assertThat(somebody.conversation(fresh("conversation")).send().status()).isEqualTo(401);
        assertThat(effects(key)).isZero();
    }

    enum Caller {
        ANONYMOUS,
        WITH_WRONG_PASSWORD
    }
}
