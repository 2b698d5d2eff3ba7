package dev.parley.engine.run;

import dev.parley.conversation.Provider;
import dev.parley.conversation.Provision;
import dev.parley.conversation.Retry;
import dev.parley.message.Address;
import dev.parley.message.Outgoing;
import java.time.Duration;
import java.util.stream.Stream;

/** Providers outside of the EAR, for tests: ten seconds for an attempt, three attempts, a second between them. */
final class Providers {

    static final Duration TIMEOUT = Duration.ofSeconds(10);
    static final Duration PAUSE = Duration.ofSeconds(1);

    private Providers() {}

    static Provision at(String... queues) {
        return new Provision(
                Stream.of(queues).map(q -> new Provider(Address.queue(q), null)).toList(),
                TIMEOUT,
                new Retry(3, PAUSE, 1, PAUSE, 0));
    }

    /** The request that went out last. */
    static Outgoing lastRequest(Workbench bench) {
        return bench.gateway.sent.stream()
                .filter(m -> m.request() != null)
                .reduce((first, second) -> second)
                .orElseThrow();
    }
}
