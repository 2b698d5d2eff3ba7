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
import java.util.Arrays;
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
                "package dev.parley.relay; class LockPolicy { java.util.function.Supplier<?> t ="
                        + " java.time.Instant::now; }");
        keeps(rule, "package dev.parley.relay; class Locks { Object t = java.time.Instant.now(); }");
        keeps(rule, "package dev.parley.relay; class LockPolicy { java.time.Instant t = java.time.Instant.EPOCH; }");
    }

    @Test
    void packagesAreFreeOfCircles() {
        ArchRule rule = ArchitectureTest.PACKAGES_ARE_FREE_OF_CIRCLES;
        breaks(
                rule,
                "package dev.parley.engine.commit; public class A { dev.parley.engine.jdbc.B b; }",
                "package dev.parley.engine.jdbc; public class B { dev.parley.engine.commit.A a; }");
        breaks(
                rule,
                "package dev.parley.relay; public class A { dev.parley.relay.mailbox.B b; }",
                "package dev.parley.relay.mailbox; public class B { dev.parley.relay.A a; }");
        keeps(
                rule,
                "package dev.parley.relay; public class A { dev.parley.relay.mailbox.B b; }",
                "package dev.parley.relay.mailbox; public class B { }");
    }

    @Test
    void packagesAreRoomsAndNotHalls() {
        ArchRule rule = ArchitectureTest.PACKAGES_ARE_ROOMS_AND_NOT_HALLS;
        breaks(rule, types(41));
        keeps(rule, types(40));
        keeps(
                rule,
                "package dev.parley.relay; class A { "
                        + "class N%d {} ".repeat(41).formatted(numbers(41)) + "}");
    }

    private static String[] types(int count) {
        return Arrays.stream(numbers(count))
                .map(number -> "package dev.parley.relay; class A" + number + " {}")
                .toArray(String[]::new);
    }

    private static Object[] numbers(int count) {
        return IntStream.range(0, count).boxed().toArray();
    }

    @Test
    void oneClockAsksForTheTime() {
        ArchRule rule = ArchitectureTest.ONE_CLOCK_ASKS_FOR_THE_TIME;
        breaks(rule, "package dev.parley.relay.engine; class A { Object t = java.time.Instant.now(); }");
        breaks(rule, "package dev.parley.relay.engine; class A { Object t = java.time.Clock.systemUTC(); }");
        breaks(rule, "package dev.parley.relay.engine; class A { Object t = java.time.InstantSource.system(); }");
        breaks(rule, "package dev.parley.relay.engine; class A { long t = System.currentTimeMillis(); }");
        breaks(rule, "package dev.parley.relay.engine; class A { Object t = new java.util.Date(); }");
        keeps(rule, "package dev.parley.relay.engine; class A { Object t(java.time.Clock c) { return c.instant(); } }");
        keeps(rule, "package dev.parley.engine.config; class SystemClock { Object t = java.time.Clock.systemUTC(); }");
        keeps(rule, "package dev.parley.relay.engine; class A { long pause = System.nanoTime(); }");
    }

    @Test
    void patternsAreIndependent() {
        ArchRule rule = ArchitectureTest.PATTERNS_ARE_INDEPENDENT;
        String relay = "package dev.parley.relay.engine; public class Mails {}";
        String slip = "package dev.parley.slip.engine; public class Slips {}";
        breaks(
                rule,
                relay,
                slip,
                "package dev.parley.relay.mailbox; public class Mailbox {}",
                "package dev.parley.slip; class Slip { dev.parley.relay.mailbox.Mailbox m; }");
        breaks(rule, relay, "package dev.parley.slip.engine; class Slips { dev.parley.relay.engine.Mails m; }");
        keeps(
                rule,
                relay,
                "package dev.parley.relay.mailbox; public class Mailbox { dev.parley.relay.engine.Mails m; }");
        keeps(
                rule,
                slip,
                "package dev.parley.directory; public class Known {}",
                "package dev.parley.slip; class Slip { dev.parley.directory.Known k; }");
        keeps(
                rule,
                slip,
                "package dev.parley.engine.run; public class Known {}",
                "package dev.parley.slip.engine.table; class Slip { dev.parley.engine.run.Known k; }");
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
        breaks(rule, LISTENER.replace("relay.engine", "relay"));
        keeps(rule, "package dev.parley.engine; class A { jakarta.jms.JMSContext c; }");
        keeps(rule, "package dev.parley.engine.wire; class A { jakarta.jms.JMSContext c; }");
        keeps(rule, "package dev.parley.relay.engine.table; class A { java.sql.Connection c; }");
        keeps(rule, LISTENER);
    }

    private static final String LISTENER =
            """
            package dev.parley.relay.engine;
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
        breaks(rule, "package dev.parley.relay.engine; class RelayListener { jakarta.jms.JMSContext c; }");
        breaks(rule, "package dev.parley.relay.engine; class RelayListener { java.sql.Connection c; }");
        keeps(rule, LISTENER);
    }

    @Test
    void listenersAreThin() {
        ArchRule rule = ArchitectureTest.LISTENERS_ARE_THIN;
        breaks(
                rule,
                "package dev.parley.relay.engine; class RelayListener { void a() {} void b() {} void c() {} void d()"
                        + " {} }");
        keeps(rule, LISTENER);
    }

    @Test
    void listenersKeepNothing() {
        ArchRule rule = ArchitectureTest.LISTENERS_KEEP_NOTHING;
        breaks(rule, "package dev.parley.relay.engine; class RelayListener { int seen; }");
        keeps(rule, LISTENER);
        keeps(
                rule,
                "package dev.parley.relay.engine; class RelayListener { @jakarta.ejb.EJB Runnable r; static final int"
                        + " N = 1; }");
    }

    @Test
    void theEngineKnowsNoPattern() {
        ArchRule rule = ArchitectureTest.THE_ENGINE_KNOWS_NO_PATTERN;
        String slip = "package dev.parley.slip.engine; public class Slips {}";
        for (String known : List.of("dev.parley.slip", "dev.parley.slip.engine", "dev.parley.slip.route")) {
            breaks(
                    rule,
                    slip,
                    "package " + known + "; public class Known {}",
                    "package dev.parley.engine.run; class A { " + known + ".Known k; }");
        }
        keeps(
                rule,
                slip,
                "package dev.parley.directory.schema; public class Known {}",
                "package dev.parley.engine.run; class A { dev.parley.directory.schema.Known k; }");
    }

    @Test
    void messagesKnowNobody() {
        breaks(
                ArchitectureTest.MESSAGES_KNOW_NOBODY,
                "package dev.parley.conversation; public class Known {}",
                "package dev.parley.message; class A { dev.parley.conversation.Known k; }");
    }

    @Test
    void theConversationKnowsNobody() {
        ArchRule rule = ArchitectureTest.THE_CONVERSATION_KNOWS_NOBODY;
        for (String other : List.of("engine", "directory", "relay", "exchange")) {
            breaks(
                    rule,
                    "package dev.parley.relay.engine; class A {} ",
                    "package dev.parley.exchange.engine; class A {} ",
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
