package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.parley.Exchange;
import dev.parley.Operation;
import dev.parley.Turn;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@SuppressWarnings("unused")
class TurnSchedulesTest {

    public record Line(String text) {}

    public record Letter(String text) {}

    /** Writes down what is dictated, and keeps the letter between turns. */
    private static final class Clerk {

        private final TestTable<String, String> letters;

        Clerk(TestTable<String, String> letters) {
            this.letters = letters;
        }

        @Operation("dictate")
        Turn<Letter, Letter> dictate(Line line, @Nullable Letter before, Exchange exchange) {
            Letter letter = new Letter((before == null ? "" : before.text()) + line.text());
            letters.put(exchange.conversationId(), letter.text());
            return line.text().equals(".") ? Turn.last(letter) : Turn.next(letter, letter);
        }
    }

    /** The same, but it keeps the letter in its own head. */
    private static final class Dreamer {

        private final StringBuilder letter = new StringBuilder();

        @Operation("dictate")
        Turn<Letter, Void> dictate(Line line) {
            letter.append(line.text());
            Letter all = new Letter(letter.toString());
            return line.text().equals(".") ? Turn.last(all) : Turn.next(all, null);
        }
    }

    @Test
    void whatIsKeptBetweenTurnsIsRightInEach() {
        Schedules.of(stage -> {
                    TestTable<String, String> letters = stage.table("letters");
                    stage.serve(new Clerk(letters));
                    StagedTalk one = stage.converse("dictate", new Line("a"), new Line("b"), new Line("."));
                    StagedTalk other = stage.converse("dictate", new Line("c"), new Line("."));
                    stage.expect("each letter is whole", () -> {
                        assertThat(letters.all()).containsExactlyInAnyOrder("ab.", "c.");
                        assertThat(texts(one)).containsExactly("a", "ab", "ab.");
                        assertThat(texts(other)).containsExactly("c", "c.");
                    });
                })
                .explore(300);
    }

    private static List<String> texts(StagedTalk talk) {
        return talk.outcomes().stream().map(o -> o.reply(Letter.class).text()).toList();
    }

    @Test
    void whatIsKeptInAFieldIsFound() {
        Throwable thrown = catchThrowable(() -> Schedules.of(stage -> {
                    stage.serve(new Dreamer());
                    StagedTalk talk = stage.converse("dictate", new Line("a"), new Line("b"), new Line("."));
                    stage.expect(
                            "the letter is whole", () -> assertThat(texts(talk)).containsExactly("a", "ab", "ab."));
                })
                .explore(300));
        assertThat(thrown)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("The shortest:")
                .hasMessageContaining("the letter is whole: ");
    }
}
