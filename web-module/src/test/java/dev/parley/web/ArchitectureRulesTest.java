package dev.parley.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shows that rules of {@link ArchitectureTest} can fail, on classes that break just that. */
class ArchitectureRulesTest {

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    /** Shared, because it remembers what is in the jars. */
    private static final StandardJavaFileManager FILES = COMPILER.getStandardFileManager(null, null, UTF_8);

    @TempDir
    Path classes;

    @Test
    void bodiesKnowOnlyEachOther() {
        ArchRule rule = ArchitectureTest.BODIES_KNOW_ONLY_EACH_OTHER;
        breaks(
                rule,
                "package dev.parley.web; public class JsonAnswer {}",
                "package dev.parley.web.relay; class SentBody { dev.parley.web.JsonAnswer a; }");
        breaks(
                rule,
                "package dev.parley.web.relay; public class MailJson {}",
                "package dev.parley.web.relay; class SentBody { dev.parley.web.relay.MailJson j; }");
        keeps(
                rule,
                "package dev.parley.relay; public class Sent {}",
                "package dev.parley.web.relay; class SentBody { dev.parley.relay.Sent s; }");
        keeps(
                rule,
                "package dev.parley.web; public class ProblemBody { public static class Part {} }",
                "package dev.parley.web.relay; class SentBody { dev.parley.web.ProblemBody.Part p; }");
    }

    @Test
    void packagesAreFreeOfCircles() {
        ArchRule rule = ArchitectureTest.PACKAGES_ARE_FREE_OF_CIRCLES;
        String room = "package dev.parley.web.renewal; public class GrantBody { dev.parley.web.ProblemBody p; }";
        breaks(rule, room, "package dev.parley.web; public class ProblemBody { dev.parley.web.renewal.GrantBody g; }");
        keeps(rule, room, "package dev.parley.web; public class ProblemBody {}");
    }

    @Test
    void roomsKnowNoOtherRoom() {
        ArchRule rule = ArchitectureTest.ROOMS_KNOW_NO_OTHER_ROOM;
        String known = "package dev.parley.web.relay; public class MailAnswer {}";
        breaks(rule, known, "package dev.parley.web.renewal; class Pools { dev.parley.web.relay.MailAnswer a; }");
        keeps(rule, known, "package dev.parley.undertow; class Calls { dev.parley.web.relay.MailAnswer a; }");
    }

    @Test
    void nobodyAsksForTheTime() {
        ArchRule rule = ArchitectureTest.NOBODY_ASKS_FOR_THE_TIME;
        breaks(rule, "package dev.parley.web; class A { Object t = java.time.Instant.now(); }");
        breaks(rule, "package dev.parley.web; class A { Object t = java.time.Clock.systemUTC(); }");
        breaks(rule, "package dev.parley.web; class A { long t = System.currentTimeMillis(); }");
        keeps(rule, "package dev.parley.web; class A { long pause = System.nanoTime(); }");
    }

    @Test
    void packagesAreRoomsAndNotHalls() {
        ArchRule rule = ArchitectureTest.PACKAGES_ARE_ROOMS_AND_NOT_HALLS;
        breaks(rule, types(41));
        keeps(rule, types(40));
    }

    private static String[] types(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "package dev.parley.web.relay; class A" + number + " {}")
                .toArray(String[]::new);
    }

    private void breaks(ArchRule rule, String... sources) {
        assertThat(violated(rule, sources)).as(String.join("\n", sources)).isTrue();
    }

    private void keeps(ArchRule rule, String... sources) {
        assertThat(violated(rule, sources)).as(String.join("\n", sources)).isFalse();
    }

    private boolean violated(ArchRule rule, String... sources) {
        try {
            Path output = Files.createTempDirectory(classes, "compiled");
            compile(output, sources);
            return rule.allowEmptyShould(true)
                    .evaluate(new ClassFileImporter().importPath(output))
                    .hasViolation();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void compile(Path output, String... sources) throws IOException {
        FILES.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
        List<JavaFileObject> files = new ArrayList<>();
        for (String source : sources) {
            files.add(new Source(source));
        }
        StringWriter messages = new StringWriter();
        boolean compiled = COMPILER.getTask(messages, FILES, null, List.of("-proc:none"), null, files)
                .call();
        assertThat(compiled).as(messages.toString()).isTrue();
    }

    private static final class Source extends SimpleJavaFileObject {

        private static final Pattern NAME = Pattern.compile("package ([\\w.]+);.*?class (\\w+)", Pattern.DOTALL);

        private final String text;

        Source(String text) {
            super(URI.create("string:///" + path(text)), Kind.SOURCE);
            this.text = text;
        }

        private static String path(String text) {
            Matcher name = NAME.matcher(text);
            assertThat(name.find()).isTrue();
            return (name.group(1) + "." + name.group(2)).replace('.', '/') + ".java";
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
