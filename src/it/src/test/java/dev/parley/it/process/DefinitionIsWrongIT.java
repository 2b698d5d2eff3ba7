package dev.parley.it.process;

import static dev.parley.it.client.Samples.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.HttpAnswer;
import dev.parley.it.server.Once;
import dev.parley.it.server.ParleyServer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag(Once.TAG)
class DefinitionIsWrongIT extends ProcessTest {

    private static final int NINE_MEGABYTES = 9 << 20;

    DefinitionIsWrongIT(ParleyServer server) {
        super(server);
    }

    private HttpAnswer refused(String definition) {
        HttpAnswer refused =
                assertThatItIsRefused(400, "body-invalid", olga.process(process).put(definition));
        assertThat(refused.json().path("errors")).isNotEmpty();
        assertThat(alice.process(process).send().status()).isEqualTo(404);
        return refused;
    }

    private void assertThatTheErrorIsAt(String field, String definition) {
        HttpAnswer refused = refused(definition);
        assertThat(refused.json().path("errors").findValuesAsText("field"))
                .as(refused.toString())
                .contains(field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/steps/0/operation    | {'name': 'a', 'operation': 'nobody-does-that'}",
                "/steps/0/compensation | {'name': 'a', 'operation': 'count-effects', 'compensation': 'nobody-does-that'}",
                "/steps/0/compensation | {'name': 'a', 'operation': 'reserve-stock', 'compensation': 'place-order'}",
                "/steps/0/input/x/$    | {'name': 'a', 'operation': 'count-effects', 'input': {'x': {'$': '/steps/b/reply'}}}",
                "/steps/0/input/x/$    | {'name': 'a', 'operation': 'count-effects', 'input': {'x': {'$': '/steps/a/reply'}}}",
                "/steps/0/input/x/$    | {'name': 'a', 'operation': 'count-effects', 'input': {'x': {'$': 'request'}}}",
                "/steps/0/input/quantity | {'name': 'a', 'operation': 'reserve-stock', 'input': {'item': 'lamp', 'quantity': 'two'}}",
                "/steps/0/name         | {'name': '1a', 'operation': 'count-effects'}",
                "/steps/0/timeout      | {'name': 'a', 'operation': 'count-effects', 'timeout': 'soon'}",
                "/steps/0/onFault      | {'name': 'a', 'operation': 'count-effects', 'onFault': 'despair'}",
                "/steps/0/lock         | {'name': 'a', 'operation': 'count-effects', 'lock': 'x'}",
                "/steps/0/colour       | {'name': 'a', 'operation': 'count-effects', 'colour': 'red'}",
            })
    void itsErrorIsSaidWithItsPlace(String field, String step) {
        assertThatTheErrorIsAt(field, steps(step.replace('\'', '"')));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"steps\":7}",
                "{\"steps\":[7]}",
                "{\"steps\":[{}]}",
                "{\"steps\":[{\"name\":\"a\"}]}",
                "{\"steps\":[{\"name\":\"a\",\"operation\":\"count-effects\",\"wait\":\"PT1S\"}]}",
                "{\"steps\":[{\"name\":\"a\",\"agreement\":{}}]}",
            })
    void itHasNoSteps(String definition) {
        refused(definition);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "7", "{", "null"})
    void itIsNoDefinition(String definition) {
        HttpAnswer refused = olga.process(process).put(definition).send();

        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(alice.process(process).send().status()).isEqualTo(404);
    }

    @Test
    void allErrorsAreSaidAtOnce() {
        HttpAnswer refused = refused(
                steps("{\"name\":\"a\",\"operation\":\"nobody\"}", "{\"name\":\"b\",\"operation\":\"nobody-else\"}"));

        assertThat(refused.json().path("errors").findValuesAsText("field"))
                .containsExactly("/steps/0/operation", "/steps/1/operation");
    }

    @Test
    void thereIsOnePointOfNoReturnOnAPath() {
        refused(steps(with(STOCK, "pivot", "true"), with(PAY, "pivot", "true")));
    }

    @Test
    void twoStepsHaveOneName() {
        refused(steps(STOCK, STOCK));
    }

    @Test
    void itIsFarTooLarge() {
        String padding = " ".repeat(NINE_MEGABYTES);

        HttpAnswer refused = olga.process(process)
                .put("{\"steps\":[" + STOCK + "],\"reply\":\"" + padding + "\"}")
                .send();

        assertThat(refused.status()).isEqualTo(413);
        assertThat(type(refused.json())).isEqualTo("message-too-large");
    }

    @Test
    void itHasTenThousandSteps() {
        HttpAnswer refused = olga.process(process).put(waiting(10_000)).send();

        assertThat(refused.status()).isEqualTo(413);
        assertThat(type(refused.json())).isEqualTo("message-too-large");
    }

    @Test
    void itHasMoreStepsThanAnInstanceMayBegin() {
        refused(waiting(2_000));
    }

    private static String waiting(int steps) {
        return IntStream.range(0, steps)
                .mapToObj(i -> "{\"name\":\"s" + i + "\",\"wait\":\"PT1S\"}")
                .collect(Collectors.joining(",", "{\"steps\":[", "]}"));
    }

    @Test
    void itsBlocksAreDeeperThanTheyMayBe() {
        HttpAnswer refused = refused(deep(9));

        assertThat(refused.json().path("errors").path(0).path("expected").asText())
                .isEqualTo("blocks that are at most 8 deep in each other");
    }

    /** So deep that no other JSON is read so far: it is said where it is too deep all the same. */
    @Test
    void itsBlocksAreAHundredDeep() {
        HttpAnswer refused = refused(deep(100));

        assertThat(refused.json().path("errors").path(0).path("field").asText())
                .isEqualTo("/steps" + "/0/parallel/0".repeat(9));
        assertThat(refused.json().path("errors").path(0).path("expected").asText())
                .isEqualTo("blocks that are at most 8 deep in each other");
    }

    private static String deep(int levels) {
        String deep = STOCK;
        for (int i = 0; i < levels; i++) {
            deep = "{\"name\":\"p" + i + "\",\"parallel\":[[" + deep + "]]}";
        }
        return steps(deep);
    }

    @Test
    void itAsksItself() {
        refused(steps("{\"name\":\"a\",\"operation\":\"" + process + "\",\"compensation\":\"record-visit\"}"));
    }

    @Test
    void itAsksItselfThroughOthers() {
        String other = fresh("other");
        define(process, steps(STOCK));
        define(other, steps(asks(process)));

        HttpAnswer refused =
                assertThatItIsRefused(400, "body-invalid", olga.process(process).put(steps(asks(other))));

        assertThat(refused.json().path("errors").path(0).path("field").asText()).isEqualTo("/steps/0/operation");
        assertThat(alice.process(process).send().json().path("version").asInt()).isEqualTo(1);
    }

    private static String asks(String operation) {
        return "{\"name\":\"inner\",\"operation\":\"" + operation + "\",\"compensation\":\"record-visit\"}";
    }

    @Test
    void aProcessIsAskedThatNobodyUndoes() {
        String inner = fresh("inner");
        define(inner, steps(with(STOCK, "pivot", "true")));

        assertThatTheErrorIsAt("/steps/0/compensation", steps("{\"name\":\"inner\",\"operation\":\"" + inner + "\"}"));
    }

    @Test
    void silenceCouldNotBeUndone() {
        enterPaul("PT1S");

        assertThatTheErrorIsAt("/steps/0/compensation", steps(quoted().replace(unquote, "record-visit")));
    }
}
