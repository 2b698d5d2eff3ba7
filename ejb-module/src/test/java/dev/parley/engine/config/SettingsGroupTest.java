package dev.parley.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.parley.ImportedClasses;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Reads the groups of all patterns, found as CDI finds them, as {@link Configuration} does. */
class SettingsGroupTest {

    private static final Path OPERATIONS = Path.of("..", "src", "docs", "operations.md");

    private static List<SettingsGroup<?>> groups() throws ReflectiveOperationException {
        List<SettingsGroup<?>> groups = new ArrayList<>();
        for (JavaClass type : ImportedClasses.all()) {
            if (type.isAssignableTo(SettingsGroup.class) && !type.isInterface()) {
                Constructor<?> constructor = type.reflect().getDeclaredConstructor();
                constructor.setAccessible(true);
                groups.add((SettingsGroup<?>) constructor.newInstance());
            }
        }
        return groups;
    }

    private static List<Object> read(Function<String, Optional<String>> values) throws ReflectiveOperationException {
        List<SettingsGroup<?>> groups = groups();
        return SettingsReader.read(
                values,
                keys -> groups.stream().<Object>map(group -> group.read(keys)).toList());
    }

    @Test
    void eachPatternHasSafeDefaults() throws ReflectiveOperationException {
        assertThat(read(key -> Optional.empty())).hasSizeGreaterThan(1).doesNotContainNull();
    }

    @Test
    void whatIsWrongInTwoPatternsIsSaidTogether() {
        Map<String, String> values = Map.of(
                "parley.batch.size", "many",
                "parley.relay.mailboxes", "none",
                "parley.renewal.pools", "few",
                "parley.renewal.addresses", "*");
        assertThatThrownBy(() -> read(key -> Optional.ofNullable(values.get(key))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Parley is not configured: ")
                .hasMessageContaining("parley.batch.size is 'many', write a whole number from 1 to 1000")
                .hasMessageContaining("parley.relay.mailboxes is 'none', write a whole number from 1 to 1000000")
                .hasMessageContaining("parley.renewal.pools is 'few', write a whole number from 1 to 1000000")
                .hasMessageContaining("parley.renewal.addresses has '*', write queue names");
    }

    @Test
    void eachKeyThatIsReadIsInTheTableForOperatorsAndRefusedWithWhatToWrite() throws Exception {
        Set<String> keys = new TreeSet<>();
        String wrong = "parley.?";
        assertThatThrownBy(() -> read(key -> {
                    keys.add(key);
                    return Optional.of(wrong);
                }))
                .satisfies(refused -> assertThat(keys).hasSizeGreaterThan(20).allSatisfy(key -> assertThat(
                                refused.getMessage().split("; "))
                        .as("it is said of %s what to write", key)
                        .anyMatch(line -> line.contains(key + " ") && line.contains(", write "))));
        assertThat(keys).allSatisfy(key -> assertThat(Files.readAllLines(OPERATIONS))
                .as("what %s is", key)
                .anyMatch(line -> isAbout(key, line)));
    }

    /** A row of the table of keys names one in full, and others with their last part. */
    private static boolean isAbout(String key, String line) {
        int last = key.lastIndexOf('.');
        return line.startsWith("| `" + key + "`")
                || (line.startsWith("| `" + key.substring(0, last)) && line.contains("`" + key.substring(last) + "`"));
    }
}
