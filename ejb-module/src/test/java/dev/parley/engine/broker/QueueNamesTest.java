package dev.parley.engine.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.message.AddressPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueueNamesTest {

    private final QueueNames names = new QueueNames(new AddressPolicy(List.of()));

    @ParameterizedTest
    @CsvSource({
        "alice, reply.alice",
        "alice, reply.alice.",
        "alice, reply.alice.a.b",
        "alice, provider.alice",
        "alice, provider.alice.q",
        "ada.lovelace, reply.ada%2Elovelace",
        "ada.lovelace, reply.ada%2Elovelace.q",
        "ada@example.org, reply.ada%40example%2Eorg",
        "zoë, reply.zo%C3%AB",
        "a%2E, reply.a%252E",
        "a-b_c, reply.a-b_c",
        "alice, orders",
        "alice, replyto",
        "alice, providers.bob"
    })
    void isHers(String user, String queue) {
        assertThat(names.refusal(user, queue)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "alice, reply.bob",
        "alice, reply.alic",
        "alice, reply.alice2",
        "alice, reply.alice-2",
        "alice, reply.Alice",
        "alice, reply.#",
        "alice, reply.*",
        "alice, reply",
        "alice, reply.",
        "alice, provider",
        "alice, provider.bob.alice",
        "ada, reply.ada%2Elovelace",
        "ada.lovelace, reply.ada.lovelace",
        "a., reply.a.",
        "'', reply.alice"
    })
    void isSomebodyElses(String user, String queue) {
        assertThat(names.refusal(user, queue)).contains("is not yours");
    }

    @Test
    void saysWhatIsHers() {
        assertThat(names.refusal("ada.lovelace", "reply.ada.lovelace"))
                .isEqualTo("The queue reply.ada.lovelace is not yours: reply.ada%2Elovelace is,"
                        + " and what begins with reply.ada%2Elovelace.");
    }

    @Test
    void isEverybodysIfThatIsSaid() {
        QueueNames open = new QueueNames(new AddressPolicy(List.of("reply.*", "provider.couriers")));
        assertThat(open.refusal("alice", "reply.bob")).isNull();
        assertThat(open.refusal("paul", "provider.couriers")).isNull();
        assertThat(open.refusal("paul", "provider.petra")).isNotNull();
    }
}
