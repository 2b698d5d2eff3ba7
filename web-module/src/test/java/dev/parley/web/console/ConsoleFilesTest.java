package dev.parley.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.message.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files of the console, as they are shipped: nothing makes others of them. */
class ConsoleFilesTest {

    private static final Path ROOT = Path.of("src/main/webapp/console");
    private static final int MOST_BYTES = 60 * 1024;
    private static final Pattern IMPORT = Pattern.compile("(?m)^(?:import|export)\\b[^;'\"]*from ?['\"]([^'\"]+)['\"]");
    /** What runs text as code, or takes text as markup. */
    private static final List<String> DANGEROUS = List.of(
            "innerHTML",
            "outerHTML",
            "dangerouslySetInnerHTML",
            "insertAdjacentHTML",
            "document.write",
            "eval(",
            "new Function",
            "javascript:");
    /** What is in {@code vendor/README.md}, with the two changes that it names. */
    private static final Map<String, String> VENDORED = Map.of(
            "preact.js", "25a5df7e9f628a587743c4641a368737a3b218f28ef738ba0376a2d5bdfc948c",
            "hooks.js", "3b5febe57b6eebec5285fc25b33c9019e53e31641df0fad7d8f9e64ca8661592",
            "htm.js", "ab33dd3f38059b9be4d5f5350128eefb2356639c4e0bbe9d9e8b3ba75847e9e4");

    @ParameterizedTest
    @MethodSource("scripts")
    void importWhatIsThere(Path script) throws IOException {
        IMPORT.matcher(Files.readString(script))
                .results()
                .map(found -> found.group(1))
                .forEach(name -> assertThat(script.resolveSibling(name)).exists());
    }

    @ParameterizedTest
    @MethodSource("own")
    void takeNoTextAsCodeOrMarkup(Path script) throws IOException {
        assertThat(Files.readString(script)).doesNotContain(DANGEROUS);
    }

    @ParameterizedTest
    @MethodSource("files")
    void nameNoOtherServer(Path file) throws IOException {
        String text = Files.readString(file).replace("http://www.w3.org/", "");

        assertThat(text).doesNotContain("http://", "https://", "ws://", "@import");
    }

    @Test
    void thePageHasNoScriptOrStyleWithinIt() throws IOException {
        assertThat(Files.readString(ROOT.resolve("index.html")))
                .doesNotContain("<style", "style=", "<script>")
                .doesNotContainPattern(" on[a-z]+=");
    }

    @Test
    void librariesAreThoseThatWereLookedAt() throws IOException {
        for (Map.Entry<String, String> library : VENDORED.entrySet()) {
            byte[] bytes = Files.readAllBytes(ROOT.resolve("vendor").resolve(library.getKey()));

            assertThat(Sha256.hex(bytes)).as(library.getKey()).isEqualTo(library.getValue());
        }
    }

    @Test
    void allOfItIsSmall() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            for (Path file : files().sorted().toList()) {
                gzip.write(Files.readAllBytes(file));
            }
        }

        assertThat(zipped.size()).isLessThan(MOST_BYTES);
    }

    /** What a browser gets. */
    static Stream<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(ROOT)) {
            return all
                    .filter(Files::isRegularFile)
                    .filter(file ->
                            !file.toString().endsWith(".md") && !file.toString().endsWith(".txt"))
                    .toList()
                    .stream();
        }
    }

    static Stream<Path> scripts() throws IOException {
        return files().filter(file -> file.toString().endsWith(".js"));
    }

    static Stream<Path> own() throws IOException {
        return scripts().filter(file -> !file.startsWith(ROOT.resolve("vendor")));
    }
}
