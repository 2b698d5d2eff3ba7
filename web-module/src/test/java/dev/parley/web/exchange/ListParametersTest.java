package dev.parley.web.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.conversation.ConversationQuery;
import dev.parley.conversation.Status;
import dev.parley.message.Refusal;
import dev.parley.web.TestPages;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jboss.resteasy.specimpl.ResteasyUriInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListParametersTest {

    private final ListParameters parameters = new ListParameters();

    @Test
    void asksForTheFirstFiftyWithoutParameters() {
        assertThat(parameters.query()).isEqualTo(new ConversationQuery(null, null, null, 50));
    }

    @Test
    void asksForWhatIsGiven() {
        parameters.status = "RUNNING";
        parameters.operation = "place-order";
        TestPages.page(parameters, "c1", "200");
        assertThat(parameters.query()).isEqualTo(new ConversationQuery(Status.RUNNING, "place-order", "c1", 200));
    }

    @Test
    void takesNoValueForNone() {
        parameters.status = "";
        parameters.operation = "";
        TestPages.page(parameters, "", "");
        assertThat(parameters.query()).isEqualTo(new ConversationQuery(null, null, null, 50));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-1", "ten", "1.0", "99999999999", "+5"})
    void namesALimitThatIsNone(String limit) {
        TestPages.page(parameters, null, limit);
        assertInvalid("limit", "1 to 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"running", "DONE"})
    void namesAStatusThatIsNone(String status) {
        parameters.status = status;
        assertInvalid("status", "CANCELLED");
    }

    @Test
    void namesAnOperationThatNoDatabaseCanLookFor() {
        parameters.operation = "a\0b";
        assertInvalid("operation", "names of operations");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?attribute.a%00b=1", "?attribute.a=1%00", "?attribute.%00="})
    void namesAnAttributeThatNoDatabaseCanLookFor(String query) {
        parameters.uris = new ResteasyUriInfo(URI.create("http://host/parley/v1/conversations" + query));
        if (query.endsWith("=")) {
            assertThat(parameters.query().attributes())
                    .as("it asks for nothing")
                    .isEmpty();
        } else {
            assertInvalid("attribute.", "of attributes");
        }
    }

    @Test
    void asksForInstancesOfAProcessThatAreOld() {
        parameters.process = "fulfil-order";
        parameters.operation = "place-order";
        parameters.older = "PT1H";
        assertThat(parameters.query())
                .isEqualTo(new ConversationQuery(
                        null,
                        "process",
                        "fulfil-order",
                        Map.of(),
                        Set.of(),
                        null,
                        false,
                        false,
                        Duration.ofHours(1),
                        null,
                        50));
    }

    @Test
    void asksForInstancesByVersionStepAndFault() {
        parameters.version = "3";
        parameters.step = "pay";
        parameters.fault = "card-declined";
        assertThat(parameters.query())
                .isEqualTo(new ConversationQuery(
                        null,
                        null,
                        null,
                        Map.of("$version", "3"),
                        Set.of("$step/pay", "$fault/card-declined"),
                        null,
                        false,
                        false,
                        null,
                        null,
                        50));
        parameters.version = "newest";
        assertInvalid("version", "from 1");
    }

    @Test
    void asksForWhatIsInTrouble() {
        parameters.sender = "user:alice";
        parameters.failing = "true";
        parameters.overdue = "true";
        assertThat(parameters.query())
                .isEqualTo(new ConversationQuery(
                        null, null, null, Map.of(), Set.of(), "user:alice", true, true, null, null, 50));
    }

    @Test
    void namesWhatIsNeitherTrueNorFalse() {
        parameters.failing = "yes";
        assertInvalid("failing", "true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1h", "-PT1H", "P1000000D"})
    void namesAnAgeThatIsNone(String older) {
        parameters.older = older;
        assertInvalid("older", "PT1H");
    }

    private void assertInvalid(String parameter, String allowed) {
        assertThatThrownBy(parameters::query).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.problem().status()).isEqualTo(400);
            assertThat(refusal.problem().detail()).contains(parameter, allowed);
            assertThat(refusal.problem().members())
                    .hasEntrySatisfying("parameter", named -> assertThat(String.valueOf(named))
                            .startsWith(parameter));
            assertThat(refusal.problem().toJson()).contains("\"allowed\":[");
        });
    }
}
