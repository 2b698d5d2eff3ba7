package dev.parley.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.conversation.Particulars;
import dev.parley.directory.OperationResolution;
import dev.parley.directory.PatternOperation;
import dev.parley.message.Refusal;
import dev.parley.process.KnownProcess;
import dev.parley.process.Versions;
import dev.parley.process.definition.DefinitionLimits;
import dev.parley.process.definition.KnownOffers;
import dev.parley.process.definition.ProcessReader;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the directory has of processes: what they take, in which version, and their messages. */
class OperationsOfProcessesTest {

    private static final String FIRST =
            """
            {"input": {"type": "object", "required": ["old"]},
             "steps": [{"name": "a", "await": "paid", "from": "role:cashier"}]}""";
    private static final String SECOND =
            """
            {"attributes": {"orderId": {"$": "/request/orderId"}},
             "steps": [{"name": "a", "await": "paid", "from": "role:boss", "start": true,
                        "key": {"orderId": {"$": "/message/orderId"}},
                        "schema": {"type": "object", "required": ["orderId"]}}]}""";

    private final KnownProcess first = version(1, FIRST);
    private final KnownProcess second = version(2, SECOND);
    private final ProcessOperations operations = new ProcessOperations(new Versions() {

        @Override
        public Map<String, KnownProcess> current(Collection<String> processes) {
            return processes.contains("order") ? Map.of("order", second) : Map.of();
        }

        @Override
        public List<KnownProcess> current() {
            return List.of(second);
        }

        @Override
        public KnownProcess of(String process, int version) {
            throw new AssertionError("Nobody follows it");
        }

        @Override
        public Optional<KnownProcess> find(String process, int version) {
            return all(process).stream().filter(k -> k.version() == version).findFirst();
        }

        @Override
        public List<KnownProcess> all(String process) {
            return List.of(first, second);
        }
    });

    private static KnownProcess version(int number, String definition) {
        return KnownProcess.of(
                number,
                new ProcessReader(DefinitionLimits.DEFAULT, new KnownOffers())
                        .read("order", definition)
                        .definition());
    }

    private OperationResolution found(String operation) {
        return operations.served(Set.of(operation)).get(operation);
    }

    private static String refused(Runnable call) {
        return catchThrowableOfType(Refusal.class, call::run).problem().name();
    }

    private static Particulars particulars(String version, String notices) {
        return new Particulars(version, notices, Set.of());
    }

    @Test
    void aRequestIsCheckedByTheVersionThatItFollows() {
        OperationResolution order = found("order");
        order.asked(Particulars.NONE).read("{}");
        OperationResolution old = order.asked(order.particulars(particulars("1", null)));
        assertThat(refused(() -> old.read("{}"))).isEqualTo("body-invalid");
        assertThat(refused(() -> order.asked(particulars("3", null)))).isEqualTo("version-unknown");
        assertThat(refused(() -> order.particulars(particulars("new", null)))).isEqualTo("header-invalid");
    }

    @Test
    void whatARequesterIsToldBeforeTheEndIsKnown() {
        OperationResolution order = found("order");
        assertThat(order.particulars(particulars(null, "stuck, overdue")))
                .isEqualTo(particulars(null, "stuck, overdue"));
        assertThat(refused(() -> order.particulars(particulars(null, "stuck,all"))))
                .isEqualTo("header-invalid");
        assertThat(found("order.paid").particulars(particulars("1", "all"))).isEqualTo(Particulars.NONE);
    }

    @Test
    void aMessageFitsItsSchemaAndItsSenderMayHaveARoleOfAnyVersion() {
        OperationResolution paid = found("order.paid");
        assertThat(refused(() -> paid.read("{}"))).isEqualTo("body-invalid");
        paid.read("{\"orderId\": 7}");
        assertThat(paid.roles()).containsExactlyInAnyOrder("boss", "cashier");
        assertThat(paid.namesAnother()).isTrue();
    }

    @Test
    void aProcessIsShownWithItsMessages() {
        assertThat(operations.shown()).extracting(PatternOperation::name).containsExactly("order");
        PatternOperation order = operations.shown("order").orElseThrow();
        assertThat(order.messages())
                .containsExactly(new PatternOperation.Message(
                        "order.paid",
                        "{\"type\":\"object\",\"required\":[\"orderId\"]}",
                        Set.of("role:boss"),
                        Set.of("orderId"),
                        true));
        assertThat(operations.shown("order.paid")).hasValueSatisfying(paid -> {
            assertThat(paid.process()).isEqualTo("order");
            assertThat(paid.messages()).isEmpty();
        });
        assertThat(operations.shown("order.refused")).isEmpty();
        assertThat(operations.shown("other")).isEmpty();
    }

    @Test
    void commandsAreOfOperatorsAndCheckedBeforeAnythingIsStored() {
        OperationResolution command = found("parley.command");
        assertThat(command.roles()).containsExactly("operator");
        command.read("{\"command\": \"pause\"}");
        assertThat(refused(() -> command.read("{\"command\": \"explode\"}"))).isEqualTo("body-invalid");
        assertThat(operations.defines("parley.command")).isTrue();
    }
}
