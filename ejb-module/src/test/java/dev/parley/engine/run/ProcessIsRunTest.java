package dev.parley.engine.run;

import static dev.parley.engine.run.Workbench.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Parent;
import dev.parley.conversation.Provider;
import dev.parley.conversation.Provision;
import dev.parley.conversation.Retry;
import dev.parley.conversation.Status;
import dev.parley.engine.wire.Lane;
import dev.parley.message.Address;
import dev.parley.message.MessageKind;
import dev.parley.message.Outgoing;
import dev.parley.process.KnownProcess;
import dev.parley.process.ProcessLimits;
import dev.parley.process.ProcessPattern;
import dev.parley.process.Versions;
import dev.parley.process.definition.DefinitionLimits;
import dev.parley.process.definition.KnownOffers;
import dev.parley.process.definition.ProcessReader;
import dev.parley.process.engine.ProcessEngine;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Processes in the engine: their steps are exchanges of their own, and providers are told for what they are asked. */
class ProcessIsRunTest {

    private static final String OPERATION = "place-order";
    private static final String DEFINITION =
            """
            {"steps": [{"name": "a", "operation": "place-order", "retry": {"attempts": 2, "backoff": "PT1S"}}],
             "reply": {"got": {"$": "/steps/a/reply"}}}""";

    private final ScriptedOperation operation = new ScriptedOperation(() -> "{\"done\":true}");
    private final Workbench bench = new Workbench(operation);
    private final KnownOffers offers = new KnownOffers();
    private final KnownProcess process =
            KnownProcess.of(1, new ProcessReader(DefinitionLimits.DEFAULT, offers).stored(OPERATION, DEFINITION));

    /** One process, which is called like the operation that it asks. */
    private final class OneVersion implements Versions {

        @Override
        public Map<String, KnownProcess> current(Collection<String> processes) {
            return Map.of(OPERATION, process);
        }

        @Override
        public KnownProcess of(String name, int version) {
            return process;
        }
    }

    private void begin() {
        bench.more.add(new ProcessPattern(new OneVersion(), offers, ProcessLimits.DEFAULT));
        bench.parts.add(new ProcessEngine() {
            @Override
            public boolean takes(PendingRequest pending) {
                return !pending.request().envelope().sender().startsWith("conversation:");
            }
        });
        bench.receive(request("m1", "{}", false));
    }

    private Conversation instance() {
        return bench.store.conversations.get("c1");
    }

    private List<Conversation> asked() {
        return bench.store.conversations.values().stream()
                .filter(c -> Parent.at(c.replyTo()) != null)
                .toList();
    }

    private List<Outgoing> requests() {
        return bench.gateway.sent.stream()
                .filter(m -> m.kind() == MessageKind.REQUEST)
                .toList();
    }

    @Test
    void aStepThatAMethodServesIsDoneAndTheProcessEnds() {
        offers.beans(OPERATION);
        begin();
        assertThat(instance().status()).isEqualTo(Status.RUNNING);
        bench.work(asked().get(0).id(), Lane.SHARED);
        assertThat(instance().status()).isEqualTo(Status.SUCCEEDED);
        assertThat(bench.gateway.sent).singleElement().satisfies(m -> {
            assertThat(m.kind()).isEqualTo(MessageKind.REPLY);
            assertThat(m.body()).isEqualTo("{\"got\":{\"done\":true}}");
        });
    }

    @Test
    void aProviderIsAskedWithOneMessageInAllAttempts() {
        offers.providers(OPERATION);
        Provider provider = new Provider(Address.queue("q"), null);
        Retry twice = new Retry(2, Duration.ofSeconds(1), 1, Duration.ofSeconds(1), 0);
        bench.directory.enter(new Provision(List.of(provider), Duration.ofSeconds(5), twice));
        begin();
        for (int i = 0; i < 6; i++) {
            bench.pass(Duration.ofSeconds(6));
            bench.sweep();
        }
        assertThat(asked()).hasSize(2);
        assertThat(requests())
                .hasSize(4)
                .extracting(Outgoing::messageId)
                .containsOnly(requests().get(0).messageId());
        assertThat(requests()).allSatisfy(m -> assertThat(m.properties())
                .containsEntry("Process", OPERATION)
                .containsEntry("Step", "a")
                .containsEntry("ProcessId", "c1"));
    }
}
