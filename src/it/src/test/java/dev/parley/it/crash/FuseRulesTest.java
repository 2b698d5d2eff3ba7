package dev.parley.it.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule for a method that is not there never ends a process, and its test would wait for that. */
class FuseRulesTest {

    private static final Pattern RULE = Pattern.compile("CLASS (dev\\.parley\\.\\S+)\\s+METHOD (\\w+)");
    private static final Path SOURCES = Path.of("../../ejb-module/src/main/java");

    static List<MatchResult> places() {
        return RULE.matcher(new FuseRules(Path.of("fuse")).text()).results().toList();
    }

    @Test
    void thereAreRulesForEachTransactionAndPoint() {
        assertThat(places())
                .hasSize(
                        Fuse.Transaction.values().length + OnePhasePoint.values().length + OutboxPoint.values().length);
    }

    @ParameterizedTest
    @MethodSource("places")
    void theirMethodsAreThere(MatchResult rule) throws IOException {
        Path source = SOURCES.resolve(rule.group(1).replace('.', '/') + ".java");

        assertThat(source).exists();
        assertThat(Files.readString(source)).containsPattern("\\w[\\w<>, ?]* " + rule.group(2) + "\\([^;]*\\{");
    }
}
