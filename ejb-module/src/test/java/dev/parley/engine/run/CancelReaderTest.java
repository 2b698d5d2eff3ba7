package dev.parley.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.message.Refusal;
import org.junit.jupiter.api.Test;

class CancelReaderTest {

    @Test
    void nothingNeedBeSaid() {
        assertThat(CancelReader.read("")).isEqualTo(CancelReader.Wish.PLAIN);
        assertThat(CancelReader.read("{}")).isEqualTo(CancelReader.Wish.PLAIN);
    }

    @Test
    void aReasonAndForceAreRead() {
        assertThat(CancelReader.read("{\"reason\": \"wrong address\", \"force\": true}"))
                .isEqualTo(new CancelReader.Wish("wrong address", true));
    }

    @Test
    void anythingElseIsRefused() {
        for (String text : new String[] {"{\"why\": 1}", "{\"force\": \"yes\"}", "{\"reason\": 1}", "[]"}) {
            assertThat(catchThrowableOfType(Refusal.class, () -> CancelReader.read(text))
                            .problem()
                            .name())
                    .as(text)
                    .isEqualTo("body-invalid");
        }
    }
}
