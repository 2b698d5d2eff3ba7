package dev.parley.gathering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.conversation.gathering.Choice;
import dev.parley.conversation.gathering.Losers;
import dev.parley.conversation.gathering.Take;
import dev.parley.message.Refusal;
import dev.parley.message.Violation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be ordered of a gathering, and what is said of an order that cannot be. */
class GatherReaderTest {

    private static final String OPERATIONS = "{\"to\":{\"operations\":[\"a\",\"b\"]}";

    private static Choice choice(String more) {
        return GatherReader.read(OPERATIONS + more + "}").choice();
    }

    private static List<String> wrong(String order) {
        Refusal[] refused = new Refusal[1];
        assertThatThrownBy(() -> GatherReader.read(order))
                .isInstanceOfSatisfying(Refusal.class, refusal -> refused[0] = refusal);
        return refused[0].problem().violations().stream().map(Violation::field).toList();
    }

    @Test
    void nothingIsChosenIfNothingIsSaid() {
        assertThat(choice("")).isEqualTo(Choice.ALL);
    }

    @Test
    void anOperationMayChoose() {
        assertThat(choice(",\"take\":{\"operation\":\"choose\"}").take()).isEqualTo(Take.by("choose"));
        assertThat(choice(",\"take\":\"operation:choose\"").take()).isEqualTo(Take.by("choose"));
    }

    @ParameterizedTest
    @CsvSource({"ignore, IGNORE", "cancel, CANCEL", "compensate, COMPENSATE"})
    void losers(String given, Losers read) {
        assertThat(choice(",\"losers\":\"" + given + "\"").losers()).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"undo\"", "1", "true", "[\"cancel\"]", "\"Cancel\""})
    void losersThatAreNone(String given) {
        assertThat(wrong(OPERATIONS + ",\"losers\":" + given + "}")).containsExactly("/losers");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"best\"",
                "\"least:price\"",
                "\"most:\"",
                "{\"operation\":\"\"}",
                "{\"operation\":\"a b\"}",
                "{\"operation\":\"a\",\"most\":1}",
                "[]"
            })
    void takesThatAreNone(String given) {
        assertThat(wrong(OPERATIONS + ",\"take\":" + given + "}")).containsExactly("/take");
    }

    @Test
    void whatIsPublishedIsNotTakenBack() {
        assertThat(wrong("{\"to\":{\"topic\":\"t\"},\"losers\":\"compensate\"}"))
                .containsExactly("/losers");
        GatherReader.read("{\"to\":{\"topic\":\"t\"},\"losers\":\"ignore\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"to\":{}}",
                "{\"to\":[]}",
                "{\"to\":{\"topic\":\"t\",\"operations\":[\"a\"]}}",
                "{\"to\":{\"operation\":\"a\"}}",
                "{\"to\":{\"topic\":\"t\",\"providers\":\"all\"}}"
            })
    void nobodyOrTooMany(String order) {
        assertThat(wrong(order)).isNotEmpty().allSatisfy(at -> assertThat(at).startsWith("/to"));
    }
}
