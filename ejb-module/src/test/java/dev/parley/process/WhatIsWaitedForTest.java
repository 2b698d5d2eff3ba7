package dev.parley.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.process.command.Command;
import dev.parley.process.definition.KnownOffers;
import org.junit.jupiter.api.Test;

/** One sentence says what an instance waits for, since when, and until when. */
class WhatIsWaitedForTest {

    private final KnownOffers offers =
            new KnownOffers().beans("reserve", "release").providers("pay", "refund");

    private Instance of(String steps) {
        return Instance.of(offers, steps);
    }

    private static String sentence(Instance instance) {
        return instance.state().waitsFor();
    }

    @Test
    void anAnswer() {
        Instance order =
                of("[{\"name\": \"pay\", \"operation\": \"pay\", \"timeout\": \"PT1M\", \"onUnknown\": \"stop\"}]");
        assertThat(sentence(order))
                .isEqualTo(
                        "Step pay waits for the answer of pay since 2026-03-01T10:00:00Z, until 2026-03-01T10:01:00Z.");
        order.faults("step.pay", "provider-timeout");
        assertThat(sentence(order))
                .isEqualTo("Step pay waits for somebody to see to it (outcome-unknown) since 2026-03-01T10:00:00Z.");
    }

    @Test
    void timeOrAMessage() {
        assertThat(sentence(of("[{\"name\": \"night\", \"wait\": \"PT8H\"}]")))
                .isEqualTo("Step night waits for its time since 2026-03-01T10:00:00Z, until 2026-03-01T18:00:00Z.");
        assertThat(sentence(of("[{\"name\": \"ok\", \"await\": \"approved\", \"timeout\": \"PT5M\"}]")))
                .startsWith("Step ok waits for the message approved since");
    }

    @Test
    void itsUndoing() {
        Instance order = of("[{\"name\": \"a\", \"operation\": \"pay\", \"compensation\": \"refund\"},"
                        + " {\"name\": \"b\", \"operation\": \"reserve\"}]")
                .replies("step.a")
                .faults("step.b", "sold-out");
        assertThat(sentence(order)).startsWith("Step a waits for its undoing by refund since");
        order.faults("undo.a", "provider-timeout");
        assertThat(sentence(order)).startsWith("Step a waits for the next attempt to undo it since");
        order.after("PT1S").replies("undo.a~2");
        assertThat(sentence(order)).isNull();
    }

    @Test
    void ofSeveralThatWhichNeedsSomebody() {
        Instance order = of("[{\"name\": \"p\", \"parallel\": [[{\"name\": \"a\", \"operation\": \"reserve\"}],"
                + " [{\"name\": \"b\", \"operation\": \"pay\", \"onUnknown\": \"stop\"}]]}]");
        order.after("PT1S").faults("step.b", "provider-timeout");
        order.command(new Command.Pause());
        assertThat(sentence(order))
                .isEqualTo("It is paused. Step b waits for somebody to see to it (outcome-unknown) since"
                        + " 2026-03-01T10:00:01Z (and 1 more).");
    }
}
