package dev.parley;

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
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shows that each rule of {@link ArchitectureTest} can fail, on classes that break just that. */
class ArchitectureRulesTest {

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    /** Shared, because it remembers what is in the jars. */
    private static final StandardJavaFileManager FILES = COMPILER.getStandardFileManager(null, null, UTF_8);

    @TempDir
    Path classes;

    @Test
    void decisionsArePure() {
        ArchRule rule = ArchitectureTest.DECISIONS_ARE_PURE;
        breaks(rule, "package dev.parley.conversation; class A { jakarta.jms.Message m; }");
        breaks(rule, "package dev.parley.conversation; class A { java.time.Clock c; }");
        breaks(rule, "package dev.parley.conversation; class A { long t = System.nanoTime(); }");
        breaks(rule, "package dev.parley.conversation; class A { long t = System.currentTimeMillis(); }");
        breaks(rule, "package dev.parley.conversation; class A { Object u = java.util.UUID.randomUUID(); }");
        breaks(rule, "package dev.parley.conversation; class A { double d = Math.random(); }");
        breaks(rule, "package dev.parley.conversation; class A { Object r = new java.security.SecureRandom(); }");
        breaks(rule, "package dev.parley.relay; class LockPolicy { Object t = java.time.Instant.now(); }");
        breaks(rule, "package dev.parley.relay; class LockDecision { Object t = java.time.LocalDate.now(); }");
        breaks(
                rule,
                "package dev.parley.relay; class LockPolicy { static class Inner { long t = System.nanoTime(); } }");
        breaks(
                rule,
                "package dev.parley.relay; class LockPolicy { java.util.function.Supplier<?> t = java.time.Instant::now; }");
        keeps(rule, "package dev.parley.relay; class Locks { Object t = java.time.Instant.now(); }");
        keeps(rule, "package dev.parley.relay; class LockPolicy { java.time.Instant t = java.time.Instant.EPOCH; }");
    }

    @Test
    void patternsAreIndependent() {
        ArchRule rule = ArchitectureTest.PATTERNS_ARE_INDEPENDENT;
        breaks(
                rule,
                "package dev.parley.relay; public class Mailbox {}",
                "package dev.parley.slip; class Slip { dev.parley.relay.mailbox.Mailbox m; }");
        keeps(
                rule,
                "package dev.parley.directory; public class Known {}",
                "package dev.parley.slip; class Slip { dev.parley.directory.Known k; }");
    }

    @Test
    void onlyTheEngineActs() {
        ArchRule rule = ArchitectureTest.ONLY_THE_ENGINE_ACTS;
        breaks(rule, "package dev.parley.relay; class A { jakarta.jms.JMSContext c; }");
        breaks(rule, "package dev.parley.relay; class A { jakarta.persistence.EntityManager e; }");
        breaks(rule, "package dev.parley.relay; class A { javax.sql.DataSource d; }");
        breaks(rule, "package dev.parley.relay; class A { java.sql.Connection c; }");
        breaks(rule, "package dev.parley.relay; class A { @jakarta.transaction.Transactional void a() {} }");
        breaks(rule, "package dev.parley.relay; class A { jakarta.ejb.TimerService t; }");
        keeps(rule, "package dev.parley.engine; class A { jakarta.jms.JMSContext c; }");
        keeps(rule, LISTENER);
    }

    private static final String LISTENER =
            """
            package dev.parley.relay;
            @jakarta.ejb.MessageDriven
            class RelayListener implements jakarta.jms.MessageListener {
                @jakarta.inject.Inject dev.parley.engine.Gate gate;
                public void onMessage(jakarta.jms.Message message) { gate.pass(message); }
            }
            """;
    private static final String GATE =
            "package dev.parley.engine; public class Gate { public void pass(Object message) {} }";

    @Test
    void listenersOnlyPassOn() {
        ArchRule rule = ArchitectureTest.LISTENERS_ONLY_PASS_ON;
        breaks(rule, "package dev.parley.relay; class RelayListener { jakarta.jms.JMSContext c; }");
        breaks(rule, "package dev.parley.relay; class RelayListener { java.sql.Connection c; }");
        keeps(rule, LISTENER);
    }

    @Test
    void listenersAreThin() {
        ArchRule rule = ArchitectureTest.LISTENERS_ARE_THIN;
        breaks(
                rule,
                "package dev.parley.relay; class RelayListener { void a() {} void b() {} void c() {} void d() {} }");
        keeps(rule, LISTENER);
    }

    @Test
    void listenersKeepNothing() {
        ArchRule rule = ArchitectureTest.LISTENERS_KEEP_NOTHING;
        breaks(rule, "package dev.parley.relay; class RelayListener { int seen; }");
        keeps(rule, LISTENER);
        keeps(
                rule,
                "package dev.parley.relay; class RelayListener { @jakarta.ejb.EJB Runnable r; static final int N = 1; }");
    }

    @Test
    void theEngineKnowsNoPattern() {
        ArchRule rule = ArchitectureTest.THE_ENGINE_KNOWS_NO_PATTERN;
        for (String pattern : List.of("exchange", "relay", "renewal", "process", "slip", "turn", "topic")) {
            breaks(
                    rule,
                    "package dev.parley." + pattern + "; public class Known {}",
                    "package dev.parley.engine; class A { dev.parley." + pattern + ".Known k; }");
        }
    }

    @Test
    void theEngineKnowsNoPatternsEngine() {
        breaks(
                ArchitectureTest.THE_ENGINE_KNOWS_NO_PATTERN,
                "package dev.parley.engine.relay; public class Known {}",
                "package dev.parley.engine; class A { dev.parley.engine.relay.Known k; }");
    }

    @Test
    void aPatternsEngineKnowsThatPatternAlone() {
        ArchRule rule = ArchitectureTest.A_PATTERNS_ENGINE_KNOWS_THAT_PATTERN_ALONE;
        for (String other : List.of("dev.parley.exchange", "dev.parley.engine.topic")) {
            breaks(
                    rule,
                    "package " + other + "; public class Known {}",
                    "package dev.parley.engine.relay; class A { " + other + ".Known k; }");
        }
        for (String own : List.of("dev.parley.relay", "dev.parley.engine", "dev.parley.conversation")) {
            keeps(
                    rule,
                    "package " + own + "; public class Known {}",
                    "package dev.parley.engine.relay; class A { " + own + ".Known k; }");
        }
    }

    @Test
    void theConversationKnowsNobody() {
        ArchRule rule = ArchitectureTest.THE_CONVERSATION_KNOWS_NOBODY;
        for (String other : List.of("engine", "directory", "relay", "exchange")) {
            breaks(
                    rule,
                    "package dev.parley." + other + "; public class Known {}",
                    "package dev.parley.conversation; class A { dev.parley." + other + ".Known k; }");
        }
    }

    @Test
    void theApiStandsAlone() {
        breaks(
                ArchitectureTest.THE_API_STANDS_ALONE,
                "package dev.parley.conversation; public class Known {}",
                "package dev.parley; class A { dev.parley.conversation.Known k; }");
    }

    @Test
    void namesSayWhatAClassIs() {
        ArchRule rule = ArchitectureTest.NAMES_SAY_WHAT_A_CLASS_IS;
        for (String name : List.of("BaseLock", "LockManager", "LockImpl", "LockUtil", "LockUtils")) {
            breaks(rule, "package dev.parley.relay; class " + name + " {}");
        }
        keeps(rule, "package dev.parley.relay; class Database {}");
    }

    @Test
    void entitiesHaveNoSetters() {
        ArchRule rule = ArchitectureTest.ENTITIES_HAVE_NO_SETTERS;
        breaks(rule, "package dev.parley.relay; @jakarta.persistence.Entity class A { void setName(String n) {} }");
        keeps(rule, "package dev.parley.relay; @jakarta.persistence.Entity class A { void settle() {} }");
    }

    @Test
    void nobodyPrints() {
        breaks(
                ArchitectureTest.NOBODY_PRINTS,
                "package dev.parley.relay; class A { void a() { System.out.println(); } }");
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
        if (String.join("", sources).contains("dev.parley.engine.Gate")) {
            files.add(new Source(GATE));
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
