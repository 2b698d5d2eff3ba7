package dev.parley.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.message.Address;
import dev.parley.message.AddressPolicy;
import dev.parley.message.Refusal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrantWishReaderTest {

    private static final AddressPolicy ADDRESSES = new AddressPolicy(List.of("reply.*"));
    private static final Address BOX = Address.queue("reply.box");

    private static GrantWish read(String body) {
        return GrantWishReader.read(body, ADDRESSES, BOX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "{}", "{\"pingTo\": null, \"wait\": null}"})
    void wantsNothingInParticular(String body) {
        assertThat(read(body)).isEqualTo(new GrantWish(BOX, Duration.ZERO));
    }

    @Test
    void saysWherePingsGoAndHowLongItWaits() {
        assertThat(read("{\"pingTo\": \"queue:reply.alice\", \"wait\": \"PT1M\"}"))
                .isEqualTo(new GrantWish(Address.queue("reply.alice"), Duration.ofMinutes(1)));
        assertThat(read("{\"pingTo\": \"mailbox:alice\"}").pingTo()).isEqualTo(Address.mailbox("alice"));
        assertThat(read("{\"wait\": \"P31D\"}").waiting()).isEqualTo(Duration.ofDays(31));
    }

    @Test
    void wantsNoPings() {
        assertThat(read("{\"pingTo\": \"none\"}").pingTo()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | ''",
                "7 | ''",
                "{\"pingTo\": 7} | /pingTo",
                "{\"pingTo\": \"reply.alice\"} | /pingTo",
                "{\"pingTo\": \"\"} | /pingTo",
                "{\"wait\": 60} | /wait",
                "{\"wait\": \"-PT1S\"} | /wait",
                "{\"wait\": \"P31DT1S\"} | /wait",
                "{\"colour\": 1} | /colour",
            })
    void saysWhatIsWrong(String body, String field) {
        assertThatThrownBy(() -> read(body)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.problem().name()).isEqualTo("body-invalid");
            assertThat(refusal.problem().violations()).extracting("field").containsExactly(field);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"queue:parley.resources", "queue:secret", "operation:place-order", "temporary:made-up"})
    void refusesAddressesThatMayNotBeNamed(String address) {
        assertThatThrownBy(() -> read("{\"pingTo\": \"" + address + "\"}"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem().name()).isEqualTo("address-refused"));
    }

    @Test
    void refusesWhatIsNoJson() {
        assertThatThrownBy(() -> read("{\"wait\": ")).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(
                        refusal.problem().name())
                .isEqualTo("body-not-json"));
    }
}
