package dev.parley.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.parley.ImportedClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Compares the rooms and arrows of {@code src/docs/architecture.md} with the packages that there are and what they
 * depend on.
 */
class ArchitecturePageTest {

    private static final Path PAGE = Path.of("..", "src", "docs", "architecture.md");
    private static final String ROOT = "dev.parley";
    private static final Pattern ROOM = Pattern.compile("^\\| `(dev\\.parley[\\w.]*)` \\|", Pattern.MULTILINE);
    private static final Pattern ARROW = Pattern.compile("^    ([a-z][\\w.]*) --> ([a-z][\\w.]*)$", Pattern.MULTILINE);

    private final Map<String, Set<String>> arrows = arrows();

    @Test
    void eachRoomIsInTheTable() throws IOException {
        Set<String> rooms = new TreeSet<>();
        Matcher row = ROOM.matcher(Files.readString(PAGE));
        while (row.find()) {
            rooms.add(row.group(1));
        }
        assertThat(rooms).isEqualTo(arrows.keySet());
    }

    @Test
    void thePictureHasTheArrowsOfTheCode() throws IOException {
        Set<String> drawn = new TreeSet<>();
        Matcher arrow = ARROW.matcher(Files.readString(PAGE));
        while (arrow.find()) {
            drawn.add(arrow.group());
        }
        assertThat(drawn)
                .as("The picture should have these lines:%n%s", String.join("\n", lines()))
                .isEqualTo(lines());
    }

    /** The arrows that no other way from room to room says already. */
    private Set<String> lines() {
        Set<String> lines = new TreeSet<>();
        arrows.forEach((from, targets) -> targets.stream()
                .filter(to -> targets.stream().noneMatch(other -> !other.equals(to) && reach(other, to)))
                .forEach(to -> lines.add("    " + shortName(from) + " --> " + shortName(to))));
        return lines;
    }

    private boolean reach(String from, String to) {
        return arrows.get(from).contains(to) || arrows.get(from).stream().anyMatch(next -> reach(next, to));
    }

    private static String shortName(String room) {
        return room.equals(ROOT) ? "api" : room.substring(ROOT.length() + 1);
    }

    private static Map<String, Set<String>> arrows() {
        Map<String, Set<String>> arrows = new TreeMap<>();
        for (JavaClass type : ImportedClasses.all()) {
            if (!type.getSimpleName().equals("package-info")) {
                arrows.computeIfAbsent(type.getPackageName(), room -> new TreeSet<>())
                        .addAll(others(type));
            }
        }
        return arrows;
    }

    private static Set<String> others(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .map(dependency ->
                        dependency.getTargetClass().getBaseComponentType().getPackageName())
                .filter(room -> room.startsWith(ROOT) && !room.equals(type.getPackageName()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
