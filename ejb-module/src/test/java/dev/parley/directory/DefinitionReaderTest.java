package dev.parley.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.parley.conversation.Provider;
import dev.parley.conversation.Retry;
import dev.parley.definition.WrittenDefinition;
import dev.parley.message.Address;
import dev.parley.message.Refusal;
import dev.parley.message.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionReaderTest {

    private static final String QUEUE = "{\"provider\": {\"queue\": \"couriers\"}, ";

    @Test
    void hasDefaults() {
        Definition read = read("{\"provider\": {\"queue\": \"couriers\"}}");
        assertThat(read.providers()).containsExactly(Address.queue("couriers"));
        assertThat(read.timeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(read.retry()).isEqualTo(Retry.DEFAULT);
        assertThat(read.bean()).isFalse();
    }

    @Test
    void whatIsShownCanBeEnteredAgain() {
        Definition read = read(
                "{\"provider\": [{\"queue\": \"a\"}, {\"queue\": \"b\"}], \"timeout\": \"PT1M\","
                        + " \"retry\": {\"attempts\": 7, \"backoff\": \"PT2M\", \"jitter\": 0},"
                        + " \"schema\": {\"properties\": {\"\\ud83d\\ude00\\u0000\": {\"const\": null}}}, \"compensation\": \"undo\", \"compensable\": \"PT48H\", \"outcome\": \"done\"}");
        assertThat(read.retry().maximum()).isEqualTo(Duration.ofMinutes(2));
        assertThat(read.outcome()).isEqualTo("done");
        assertThat(read.compensable()).isEqualTo(Duration.ofDays(2));
        assertThat(read.toJson()).matches("\\p{ASCII}*");
        assertThat(OperationKind.STORED.stored("test", read.toJson())).isEqualTo(read);
        String shown = "{\"name\": \"test\", \"updatedAt\": \"x\", \"updatedBy\": \"y\", "
                + read.toJson().substring(1);
        assertThat(read(shown)).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]                                      | ''",
                "{}                                      | /provider",
                "{\"provider\": []}                      | /provider",
                "{\"provider\": 1}                       | /provider",
                "{\"provider\": {}}                      | /provider",
                "{\"provider\": {\"queue\": \"a\", \"bean\": true}} | /provider",
                "{\"provider\": {\"mailbox\": \"a/b\"}}  | /provider/mailbox",
                "{\"provider\": {\"process\": \"a/b\"}}  | /provider/process",
                "{\"provider\": {\"process\": \"test\"}} | /provider/process",
                "{\"provider\": {\"process\": \"parley.command\"}} | /provider/process",
                "{\"provider\": [{\"queue\": \"a\"}, {\"process\": \"a\"}]} | /provider/1/process",
                "{\"provider\": {\"process\": \"a\", \"owner\": \"bob\"}} | /provider/owner",
                "{\"provider\": {\"process\": \"a\"}, \"retry\": {\"attempts\": 3}} | /retry",
                "{\"provider\": {\"process\": \"a\"}, \"schema\": {\"type\": \"object\"}} | /schema",
                "{\"provider\": {\"process\": \"a\"}, \"compensation\": \"undo\"} | /compensation",
                "{\"provider\": {\"queu\": \"a\"}}       | /provider/queu",
                "{\"provider\": {\"queue\": 1}}          | /provider/queue",
                "{\"provider\": {\"queue\": \"parley.work\"}} | /provider/queue",
                "{\"provider\": {\"queue\": \"reply.a\"}} | /provider/queue",
                "{\"provider\": {\"queue\": \"a*\"}}     | /provider/queue",
                "{\"provider\": [{\"queue\": \"a\"}, {\"queue\": \"a\"}]} | /provider/1/queue",
                "{\"provider\": [{\"queue\": \"a\"}, {\"bean\": true}]} | /provider/1/bean",
                "{\"provider\": {\"pool\": \"a/b\"}}     | /provider/pool",
                "{\"provider\": {\"pool\": 1}}           | /provider/pool",
                "{\"provider\": {\"pool\": \"a\", \"queue\": \"a\"}} | /provider",
                "{\"provider\": [{\"queue\": \"a\"}, {\"pool\": \"a\"}]} | /provider/1/pool",
                "{\"provider\": {\"bean\": false}}       | /provider/bean",
                "{\"provider\": {\"bean\": \"other\"}}   | /provider/bean",
                "{\"provider\": {\"bean\": true}, \"outcome\": \"done\"} | /outcome",
                "{\"provider\": {\"bean\": true}, \"timeout\": \"PT1S\"} | /timeout",
                "{\"provider\": {\"bean\": true, \"owner\": \"bob\"}} | /provider/owner",
                "{\"provider\": {\"queue\": \"a\", \"owner\": \" \"}} | /provider/owner",
            })
    void refusesProvidersThatAreNone(String body, String field) {
        assertThat(violations(body)).extracting(Violation::field).contains(field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"timeout\": \"PT0S\"                   | /timeout",
                "\"timeout\": \"P31D\"                   | /timeout",
                "\"timeout\": 30                         | /timeout",
                "\"retry\": 3                            | /retry",
                "\"retry\": {\"attempt\": 3}             | /retry/attempt",
                "\"retry\": {\"attempts\": 0}            | /retry/attempts",
                "\"retry\": {\"attempts\": 101}          | /retry/attempts",
                "\"retry\": {\"attempts\": 1.5}          | /retry/attempts",
                "\"retry\": {\"multiplier\": 0.5}        | /retry/multiplier",
                "\"retry\": {\"multiplier\": 11}         | /retry/multiplier",
                "\"retry\": {\"jitter\": 1.1}            | /retry/jitter",
                "\"retry\": {\"backoff\": \"-PT1S\"}     | /retry/backoff",
                "\"retry\": {\"maximum\": \"P2D\"}       | /retry/maximum",
                "\"retry\": {\"backoff\": \"PT5S\", \"maximum\": \"PT1S\"} | /retry/maximum",
                "\"compensation\": \"a b\"               | /compensation",
                "\"compensation\": \"..\"                | /compensation",
                "\"compensation\": 1                     | /compensation",
                "\"compensation\": \"test\"              | /compensation",
                "\"outcome\": \"test\"                   | /outcome",
                "\"compensable\": \"-PT1S\"              | /compensable",
                "\"compensable\": \"P4000D\"             | /compensable",
                "\"compensable\": 7                      | /compensable",
                "\"timeouts\": \"PT1S\"                  | /timeouts",
            })
    void refusesTermsThatAreNone(String field, String pointer) {
        assertThat(violations(QUEUE + field + "}")).extracting(Violation::field).containsExactly(pointer);
    }

    @Test
    void aPoolIsEnteredAloneAndShownWithWhoIsRegistered() {
        Definition read =
                read("{\"provider\": {\"pool\": \"couriers\", \"registered\": [{\"queue\": \"provider.paul\"}]}}");
        assertThat(read.pool()).isEqualTo("couriers");
        assertThat(read.providers()).isEmpty();
        assertThat(read.bean()).isFalse();
        assertThat(read.toJson()).contains("\"provider\":{\"pool\":\"couriers\"}", "\"timeout\"", "\"retry\"");
        assertThat(OperationKind.STORED.stored("test", read.toJson())).isEqualTo(read);
    }

    @Test
    void aProcessIsEnteredAloneAndSaysTheRestItself() {
        Definition read = read("{\"provider\": {\"process\": \"deliver-order\"}}");
        assertThat(read.process()).isEqualTo("deliver-order");
        assertThat(read.bean()).isFalse();
        assertThat(read.references()).isEmpty();
        assertThat(read.toJson()).isEqualTo("{\"provider\":{\"process\":\"deliver-order\"}}");
        assertThat(OperationKind.STORED.stored("test", read.toJson())).isEqualTo(read);
    }

    @Test
    void whoseAProviderIsIsEnteredWithIt() {
        Definition read = read("{\"provider\": [{\"mailbox\": \"quotes\", \"owner\": \"bob\"},"
                + " {\"queue\": \"provider.couriers\", \"owner\": \"paul\"}, {\"queue\": \"provider.petra\"}]}");
        assertThat(read.owners())
                .containsExactlyInAnyOrderEntriesOf(Map.of("mailbox:quotes", "bob", "queue:provider.couriers", "paul"));
        assertThat(read.references())
                .containsExactly("mailbox:quotes", "queue:provider.couriers", "queue:provider.petra");
        assertThat(read.toJson()).contains("{\"mailbox\":\"quotes\",\"owner\":\"bob\"}");
        assertThat(OperationKind.STORED.stored("test", read.toJson())).isEqualTo(read);

        Definition ofPool = read("{\"provider\": {\"pool\": \"couriers\", \"owner\": \"olga\"}}");
        assertThat(ofPool.references()).containsExactly("pool:couriers");
        assertThat(OperationKind.STORED.stored("test", ofPool.toJson())).isEqualTo(ofPool);
    }

    @Test
    void theHoldersOfItsPoolProvideIt() {
        Definition read = read("{\"provider\": {\"pool\": \"couriers\"}}");
        var operation = new RegisteredOperation(new WrittenDefinition<>("test", 1, "", read, Instant.EPOCH, "olga"));
        Address paul = Address.queue("provider.paul");
        Map<String, List<Address>> registered =
                Map.of("couriers", List.of(paul), "others", List.of(Address.queue("provider.petra")));

        assertThat(operation.listing(null, registered, Map.of()).provision().providers())
                .containsExactly(new Provider(paul, null));
        assertThat(operation.listing(null, Map.of(), Map.of()).provision().providers())
                .isEmpty();
    }

    @Test
    void refusesMoreProvidersThanAHundred() {
        String hundred = IntStream.range(0, 100)
                .mapToObj(i -> "{\"queue\": \"q" + i + "\"}")
                .collect(Collectors.joining(","));
        assertThat(read("{\"provider\": [" + hundred + "]}").providers()).hasSize(100);
        assertThat(violations("{\"provider\": [" + hundred + ", {\"queue\": \"q\"}]}"))
                .extracting(Violation::field)
                .containsExactly("/provider");
    }

    @Test
    void reportsAllAtOnce() {
        assertThat(violations("{\"timeout\": \"x\", \"retry\": {\"attempts\": 0}, \"schema\": 1, \"colour\": 1}"))
                .extracting(Violation::field)
                .containsExactlyInAnyOrder("/provider", "/timeout", "/retry/attempts", "/schema", "/colour");
    }

    @Test
    void aMethodMustBeThere() {
        Refusal refusal = catchThrowableOfType(
                Refusal.class, () -> DefinitionReader.read("test", "{\"provider\": {\"bean\": true}}", false));
        assertThat(refusal.problem().violations()).extracting(Violation::field).containsExactly("/provider/bean");
        assertThat(read("{\"provider\": {\"bean\": \"test\"}}").bean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\": \"text\"}                    | /schema/type",
                "{\"$schema\": \"http://json-schema.org/draft-07/schema#\"} | /schema/$schema",
                "{\"properties\": {\"a\": {\"minimum\": \"1\"}}} | /schema/properties/a/minimum",
                "{\"$ref\": \"http://127.0.0.1:1/a\"}    | /schema/$ref",
                "{\"properties\": {\"default\": {\"$ref\": \"file:///etc/passwd\"}}} | /schema/properties/default/$ref",
                "{\"items\": {\"$ref\": \"other.json\"}} | /schema/items/$ref",
                "{\"$ref\": \"#/$defs/a\"}               | /schema/$ref",
                "{\"default\": {\"a\": 1}, \"$ref\": \"#/default\"} | /schema/$ref",
                "{\"items\": {\"$id\": \"http://a/b\"}}  | /schema/items/$id",
                "{\"$dynamicRef\": \"#a\"}               | /schema/$dynamicRef",
                "{\"pattern\": \"(\"}                    | /schema/pattern",
                "{\"patternProperties\": {\"(\": true}}  | /schema/patternProperties",
                "{\"$ref\": \"#\"}                       | /schema",
                "{\"allOf\": [{\"not\": {\"$ref\": \"#\"}}]} | /schema",
            })
    void refusesSchemasThatAreNoneOrReachOut(String schema, String field) {
        assertThat(violations(QUEUE + "\"schema\": " + schema + "}"))
                .extracting(Violation::field)
                .contains(field);
    }

    @Test
    void refusesASchemaThatFansOut() {
        String defs = IntStream.range(0, 30)
                .mapToObj(i -> "\"d%d\": {\"allOf\": [{\"$ref\": \"#/$defs/d%d\"}, {\"$ref\": \"#/$defs/d%d\"}]}"
                        .formatted(i, i + 1, i + 1))
                .collect(Collectors.joining(","));
        String schema = "{\"$ref\": \"#/$defs/d0\", \"$defs\": {" + defs + ", \"d30\": true}}";
        assertThat(violations(QUEUE + "\"schema\": " + schema + "}")).hasSize(1);
    }

    @Test
    void refusesASchemaThatIsTooLarge() {
        String schema = "{\"description\": \"" + "a".repeat(64 * 1024) + "\"}";
        assertThat(violations(QUEUE + "\"schema\": " + schema + "}"))
                .extracting(Violation::field)
                .containsExactly("/schema");
    }

    @Test
    void requestsAreCheckedAgainstTheSchema() {
        OperationResolution listing =
                listing("{\"$id\": \"https://example.org/a\", \"properties\": {\"a\": {\"type\": \"string\"},"
                        + " \"next\": {\"$ref\": \"#\"}}, \"required\": [\"a\"]}");
        listing.read("{\"a\": \"x\", \"next\": {\"a\": \"y\"}}");
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> listing.read("{\"a\": null, \"next\": {}}"));
        assertThat(refusal.problem().name()).isEqualTo("body-invalid");
        assertThat(refusal.problem().violations())
                .extracting(Violation::field, Violation::expected)
                .containsExactlyInAnyOrder(tuple("/a", "a text"), tuple("/next/a", "a text, which is required"));
    }

    @Test
    void aPatternThatBacktracksIsGivenUp() {
        OperationResolution listing = listing("{\"items\": {\"pattern\": \"(.*a){12}c\"}}");
        listing.read("[\"aaaaaaaaaaaac\"]");
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> listing.read("[\"" + "a".repeat(60) + "b\"]"));
        assertThat(refusal.problem().violations()).extracting(Violation::field).containsExactly("");
        listing.read("[\"aaaaaaaaaaaac\"]");
    }

    /** Each level of the body is looked at twice as often as the one around it. */
    @Test
    void aSchemaThatDoublesItsWorkWithEachLevelIsGivenUp() {
        OperationResolution listing = listing(
                "{\"properties\": {\"a\": {\"allOf\": [{\"$ref\": \"#\"}, {\"$ref\": \"#\"}]}}, \"required\": [\"b\"]}");
        Refusal refusal = assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> catchThrowableOfType(
                        Refusal.class, () -> listing.read("{\"a\":".repeat(60) + "1" + "}".repeat(60))));
        assertThat(refusal.problem().violations())
                .extracting(Violation::field, Violation::expected)
                .containsExactly(
                        tuple("", "a value that the schema is soon done with: less of it, or nested less deeply"));
    }

    @Test
    void aLargeBodyMayCostMoreThanASmallOne() {
        OperationResolution listing = listing(
                "{\"items\": {\"properties\": {\"a\": {\"minimum\": 0, \"maximum\": 9}}, \"required\": [\"a\"], \"maxProperties\": 3}}");
        listing.read("[" + "{\"a\": 1},".repeat(100_000) + "{\"a\": 1}]");
        assertThat(catchThrowableOfType(
                                Refusal.class, () -> listing.read("[" + "{\"a\": 1},".repeat(100_000) + "{\"a\": 10}]"))
                        .problem()
                        .violations())
                .extracting(Violation::field)
                .containsExactly("/100000/a");
    }

    @Test
    void deepMatchesDoNotOverflowTheStack() {
        OperationResolution listing = listing("{\"items\": {\"pattern\": \"^(?:a|b)*c$\"}}");
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> listing.read("[\"" + "ab".repeat(400_000) + "\"]"));
        assertThat(refusal.problem().name()).isEqualTo("body-invalid");
    }

    @Test
    void withoutASchemaAnyJsonIsARequest() {
        OperationResolution listing = listing(null);
        listing.read("[1]");
        listing.read("");
        assertThat(catchThrowableOfType(Refusal.class, () -> listing.read("{"))).isNotNull();
        assertThat(listing.provision().providers()).hasSize(1);
    }

    private static OperationResolution listing(String schema) {
        String field = schema == null ? "" : ", \"schema\": " + schema;
        Definition definition = read("{\"provider\": {\"queue\": \"couriers\"}" + field + "}");
        return new RegisteredOperation(new WrittenDefinition<>("test", 1, "", definition, Instant.EPOCH, "olga"))
                .listing(null, Map.of(), Map.of());
    }

    private static Definition read(String body) {
        return DefinitionReader.read("test", body, true);
    }

    private static List<Violation> violations(String body) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> read(body));
        assertThat(refusal).as("nothing was refused").isNotNull();
        return refusal.problem().violations();
    }
}
