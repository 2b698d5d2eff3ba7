package dev.parley.web.renewal;

import dev.parley.message.Address;
import dev.parley.renewal.Grant;
import dev.parley.renewal.Ping;
import dev.parley.renewal.Pool;
import dev.parley.renewal.PoolDefinition;
import dev.parley.renewal.PoolView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What there is to show of pools. */
final class PoolExamples {

    static final Instant ASKED = Instant.parse("2026-01-02T03:04:05Z");

    private PoolExamples() {}

    /** With everything that can be defined. */
    static PoolView view() {
        var definition = new PoolDefinition(
                3,
                Duration.ofMinutes(15),
                Duration.ofSeconds(30),
                3,
                0.9,
                Duration.ofDays(1),
                false,
                List.of("paul", "petra"));
        return new PoolView(new Pool("seats", 7, "ann", definition, ASKED, "olga"), 2, 1);
    }

    static Grant waiting() {
        Address pingTo = Address.parse("mailbox:ann").orElseThrow();
        return Grant.waiting("g-1", "seats", "user:ann", pingTo, ASKED, ASKED.plusSeconds(60));
    }

    static Grant held() {
        return grant(Grant.Status.HELD, null, null);
    }

    static Grant asked() {
        return grant(Grant.Status.HELD, new Ping("p-1", 2, ASKED.plusSeconds(60)), null);
    }

    static Grant ended() {
        return grant(Grant.Status.RELEASED, null, Grant.Ending.DECLINED);
    }

    private static Grant grant(Grant.Status status, Ping ping, Grant.Ending ending) {
        Grant asked = waiting();
        return new Grant(
                asked.id(),
                asked.pool(),
                asked.holder(),
                null,
                status,
                "seat 12",
                41,
                ASKED,
                ASKED,
                ASKED,
                ping,
                null,
                0,
                ASKED.plusSeconds(900),
                ending);
    }
}
