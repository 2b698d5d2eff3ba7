package dev.parley.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Follows the links of all documents that stay inside the repository, to files and to the headings in them, and looks
 * at what a code host would not draw.
 */
class DocumentsTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern FENCED = Pattern.compile("(?ms)^ *```.*?^ *```[ \t]*$");
    private static final Pattern PICTURE = Pattern.compile("(?ms)^```mermaid$(.*?)^```$");
    private static final Pattern LINK = Pattern.compile("(?:\\]\\(|\\b(?:src|href)=\")([^)\"\\s]+)[)\"]");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *$");
    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z]+(?:IT|Test))`");
    private static final Pattern ELSEWHERE = Pattern.compile("^[a-z]+:");

    @Test
    void linksLeadToFilesAndHeadingsThatAreThere() {
        assertThat(documents()).hasSizeGreaterThan(30);
        assertThat(documents().stream().flatMap(DocumentsTest::broken)).isEmpty();
    }

    /** Whoever is told which test holds a promise will look for it. */
    @Test
    void testsThatAreNamedAreThere() {
        Set<String> there =
                files().stream().map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        Set<String> named = documents().stream()
                .flatMap(document -> TEST.matcher(text(document)).results())
                .map(match -> match.group(1) + ".java")
                .collect(Collectors.toSet());
        assertThat(named).hasSizeGreaterThan(30);
        assertThat(there).containsAll(named);
    }

    /**
     * A semicolon ends a statement of Mermaid, also within the text of a message; the host then shows an error instead
     * of the picture.
     */
    @Test
    void picturesAreDrawn() {
        assertThat(documents().stream().flatMap(DocumentsTest::pictureLines))
                .hasSizeGreaterThan(100)
                .noneMatch(line -> line.contains(";"));
    }

    @Test
    void headingsAreCalledAsACodeHostCallsThem() {
        assertThat(anchors("# What happens if …\n## `a_b`: [One](x.md), *two*\n## Twice\n## Twice\n```\n# none\n```\n"))
                .containsExactlyInAnyOrder("what-happens-if-", "a_b-one-two", "twice", "twice-1");
    }

    private static Stream<String> pictureLines(Path document) {
        return PICTURE.matcher(text(document)).results().flatMap(match -> match.group(1)
                .lines());
    }

    private static Stream<String> broken(Path document) {
        return links(text(document))
                .filter(link -> !leadsSomewhere(document, link))
                .map(link -> ROOT.relativize(document) + " -> " + link);
    }

    private static Stream<String> links(String text) {
        return LINK.matcher(withoutCode(text))
                .results()
                .map(match -> match.group(1))
                .filter(link -> !ELSEWHERE.matcher(link).find());
    }

    private static boolean leadsSomewhere(Path document, String link) {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty()
                ? document
                : document.resolveSibling(parts[0]).normalize();
        boolean named = parts.length > 1 && target.toString().endsWith(".md");
        return target.startsWith(ROOT)
                && Files.exists(target)
                && (!named || anchors(text(target)).contains(parts[1]));
    }

    private static Set<String> anchors(String text) {
        Map<String, Integer> seen = new HashMap<>();
        Set<String> anchors = new TreeSet<>();
        for (MatchResult heading :
                HEADING.matcher(FENCED.matcher(text).replaceAll("")).results().toList()) {
            String anchor = anchor(heading.group(1));
            int times = seen.merge(anchor, 1, Integer::sum);
            anchors.add(times == 1 ? anchor : anchor + "-" + (times - 1));
        }
        return anchors;
    }

    private static String anchor(String heading) {
        return heading.replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    private static String withoutCode(String text) {
        return FENCED.matcher(text).replaceAll("").replaceAll("`[^`\n]*`", Matcher.quoteReplacement("code"));
    }

    private static List<Path> documents() {
        return files().stream().filter(file -> file.toString().endsWith(".md")).toList();
    }

    private static List<Path> files() {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return isMade(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    files.add(file);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** A server that is at work changes such folders meanwhile. */
    private static boolean isMade(Path folder) {
        String name = folder.getFileName().toString();
        return name.equals("target") || (name.startsWith(".") && !folder.equals(ROOT));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
