package dev.parley;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The boundaries that the packages promise each other. {@link ArchitectureRulesTest} shows that each rule can fail.
 *
 * <p>Plain JUnit, because with these versions of JUnit and Surefire {@code @ArchTest} fields were never run, and nobody
 * was told.
 */
class ArchitectureTest {

    private static final String[] ENGINES = {"dev.parley.engine..", "dev.parley.*.engine.."};

    private static final String CLOCK = "dev.parley.engine.config.SystemClock";

    private static final Pattern TIME_OF_THE_DATABASE = Pattern.compile(
            "\\b(current_timestamp|localtimestamp|clock_timestamp|statement_timestamp|current_date)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final int MOST_TYPES_OF_A_PACKAGE = 40;

    private static final int MOST_METHODS_OF_A_LISTENER = 3;

    private static final DescribedPredicate<JavaClass> DECIDES = describe(
            "decide",
            type -> resideInAPackage("dev.parley.conversation..").test(type)
                    || outermost(type).getSimpleName().matches(".*(Policy|Decision)"));

    private static final DescribedPredicate<JavaClass> IMPURE = describe(
            "Jakarta EE, a clock or a random number",
            type -> type.getPackageName().startsWith("jakarta.")
                    || type.isEquivalentTo(java.time.Clock.class)
                    || type.isAssignableTo(java.util.Random.class)
                    || type.isAssignableTo(java.util.random.RandomGenerator.class)
                    || type.isEquivalentTo(java.util.concurrent.ThreadLocalRandom.class)
                    || type.getPackageName().startsWith("com.github.f4b6a3.uuid"));

    private static final ArchCondition<JavaClass> ASK_CLOCK_OR_CHANCE =
            accessTargetWhere(describe("it asks the clock or chance", ArchitectureTest::asksClockOrChance));

    private static final DescribedPredicate<JavaClass> ENGINE_ONLY = describe(
            "messaging, persistence, transactions or timers",
            type -> resideInAnyPackage(
                                    "jakarta.jms..",
                                    "jakarta.persistence..",
                                    "jakarta.transaction..",
                                    "java.sql..",
                                    "javax.sql..")
                            .test(type)
                    || type.getName().startsWith("jakarta.ejb.Timer")
                    || type.getName().equals("jakarta.ejb.Timeout"));

    private static final DescribedPredicate<JavaClass> MESSAGE_OF_A_LISTENER =
            nameMatching("jakarta\\.jms\\.(MessageListener|Message)").forSubtype();

    private static final DescribedPredicate<JavaClass> LISTENER =
            nameMatching(".*Listener").forSubtype();

    static final ArchRule DECISIONS_ARE_PURE = noClasses()
            .that(DECIDES)
            .should()
            .dependOnClassesThat(IMPURE)
            .orShould(ASK_CLOCK_OR_CHANCE)
            .because("a pure decision can be simulated, with any clock and any chance");

    static final ArchRule PACKAGES_ARE_FREE_OF_CIRCLES = slices().assignedFrom(new EachPackage())
            .should()
            .beFreeOfCycles()
            .because("what knows each other in a circle can be understood only together");

    static final ArchRule PACKAGES_ARE_ROOMS_AND_NOT_HALLS =
            classes().should(shareTheirPackageWithFew()).because("a package is read in one go");

    static final ArchRule PATTERNS_ARE_INDEPENDENT = noClasses()
            .that(describe("are a pattern's", type -> patternOf(type) != null))
            .should(knowAnotherPattern())
            .allowEmptyShould(true)
            .because("patterns meet in the conversation and through the directory");

    static final ArchRule ONLY_THE_ENGINE_ACTS = noClasses()
            .that(not(resideInAnyPackage(ENGINES)))
            .should()
            .dependOnClassesThat(ENGINE_ONLY)
            .because("there is one place to make exactly-once right");

    static final ArchRule ONE_CLOCK_ASKS_FOR_THE_TIME = noClasses()
            .that(not(nameMatching(Pattern.quote(CLOCK))))
            .should(accessTargetWhere(describe("it asks the system for the time", ArchitectureTest::asksForTheTime)))
            .because("whoever has the clock injected can be tested at any time");

    static final ArchRule LISTENERS_ONLY_PASS_ON = noClasses()
            .that(LISTENER)
            .should()
            .dependOnClassesThat(ENGINE_ONLY.and(not(MESSAGE_OF_A_LISTENER)))
            .allowEmptyShould(true)
            .because("a listener passes its message on");

    static final ArchRule LISTENERS_ARE_THIN =
            classes().that(LISTENER).should(haveFewMethods()).allowEmptyShould(true);

    static final ArchRule LISTENERS_KEEP_NOTHING = noFields()
            .that()
            .areDeclaredInClassesThat(LISTENER)
            .and()
            .areNotStatic()
            .should()
            .notBeAnnotatedWith("jakarta.inject.Inject")
            .andShould()
            .notBeAnnotatedWith("jakarta.ejb.EJB")
            .allowEmptyShould(true);

    static final ArchRule THE_ENGINE_KNOWS_NO_PATTERN = noClasses()
            .that()
            .resideInAPackage("dev.parley.engine..")
            .should()
            .dependOnClassesThat(describe("are a pattern's", type -> patternOf(type) != null));

    static final ArchRule MESSAGES_KNOW_NOBODY = noClasses()
            .that()
            .resideInAPackage("dev.parley.message..")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.parley..").and(not(resideInAPackage("dev.parley.message.."))));

    static final ArchRule THE_CONVERSATION_KNOWS_NOBODY = noClasses()
            .that()
            .resideInAPackage("dev.parley.conversation..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("dev.parley.engine..", "dev.parley.directory..")
                    .or(describe("are a pattern's", type -> patternOf(type) != null)));

    static final ArchRule THE_API_STANDS_ALONE = noClasses()
            .that()
            .resideInAPackage("dev.parley")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.parley..").and(not(resideInAPackage("dev.parley"))));

    static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS = noClasses()
            .should()
            .haveSimpleNameStartingWith("Base")
            .orShould()
            .haveNameMatching(".*(Manager|Impl|Utils?)");

    static final ArchRule ENTITIES_HAVE_NO_SETTERS = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith("jakarta.persistence.Entity")
            .should()
            .haveNameMatching("set[A-Z].*")
            .allowEmptyShould(true)
            .because("an entity changes by what happens to it");

    static final ArchRule NOBODY_PRINTS = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @TestFactory
    Stream<DynamicTest> everyRuleIsKept() {
        JavaClasses classes = ImportedClasses.all();
        return Arrays.stream(ArchitectureTest.class.getDeclaredFields())
                .filter(field -> field.getType() == ArchRule.class)
                .map(field ->
                        DynamicTest.dynamicTest(field.getName(), () -> ((ArchRule) field.get(null)).check(classes)));
    }

    /** Bytecode does not tell which text is SQL. */
    @Test
    void statementsAskForTheTimeInOnePlace() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            assertThat(sources.filter(Files::isRegularFile).filter(ArchitectureTest::namesTheTimeOfTheDatabase))
                    .extracting(source -> source.getFileName().toString())
                    .containsExactly("DatabaseClock.java");
        }
    }

    private static boolean namesTheTimeOfTheDatabase(Path source) {
        try {
            return TIME_OF_THE_DATABASE.matcher(Files.readString(source)).find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
    }

    private static boolean asksClockOrChance(JavaAccess<?> call) {
        String owner = call.getTargetOwner().getName();
        String method = call.getTarget().getName();
        return switch (owner) {
            case "java.lang.System" -> method.equals("currentTimeMillis") || method.equals("nanoTime");
            case "java.util.UUID" -> method.equals("randomUUID");
            case "java.lang.Math", "java.lang.StrictMath" -> method.equals("random");
            default -> owner.startsWith("java.time.") && method.equals("now");
        };
    }

    private static boolean asksForTheTime(JavaAccess<?> call) {
        String owner = call.getTargetOwner().getName();
        String method = call.getTarget().getName();
        return switch (owner) {
            case "java.lang.System" -> method.equals("currentTimeMillis");
            case "java.util.Date" -> call.getTarget().getFullName().equals("java.util.Date.<init>()");
            case "java.time.Clock", "java.time.InstantSource" ->
                method.startsWith("system") || method.startsWith("tick");
            default -> owner.startsWith("java.time.") && method.equals("now");
        };
    }

    /** The pattern that a type belongs to: a package with an engine of its own below it; null if it belongs to none. */
    private static @Nullable String patternOf(JavaClass type) {
        Optional<JavaPackage> room = Optional.of(type.getPackage());
        while (room.isPresent() && !room.get().getName().equals("dev.parley")) {
            boolean isPattern = room.get().containsPackage("engine")
                    && room.get().getName().lastIndexOf('.') == "dev.parley".length();
            if (isPattern) {
                return room.get().getName();
            }
            room = room.get().getParent();
        }
        return null;
    }

    private static ArchCondition<JavaClass> knowAnotherPattern() {
        return new ArchCondition<>("know another pattern") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().forEach(dependency -> {
                    String other = patternOf(dependency.getTargetClass());
                    boolean ofAnother = other != null && !other.equals(patternOf(type));
                    events.add(new SimpleConditionEvent(type, ofAnother, dependency.getDescription()));
                });
            }
        };
    }

    private static ArchCondition<JavaClass> shareTheirPackageWithFew() {
        return new ArchCondition<>("share their package with less than " + MOST_TYPES_OF_A_PACKAGE + " others") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                long count = type.getPackage().getClasses().stream()
                        .filter(other -> !other.isNestedClass())
                        .filter(other -> !other.getSimpleName().equals("package-info"))
                        .count();
                String message = type.getPackageName() + " has " + count + " types";
                events.add(new SimpleConditionEvent(type, count <= MOST_TYPES_OF_A_PACKAGE, message));
            }
        };
    }

    /** Takes each package for itself, whatever is above and below it. */
    private static final class EachPackage implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return type.getPackageName().startsWith("dev.parley")
                    ? SliceIdentifier.of(type.getPackageName())
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }

    private static ArchCondition<JavaClass> haveFewMethods() {
        return new ArchCondition<>("have at most " + MOST_METHODS_OF_A_LISTENER + " methods") {
            @Override
            public void check(JavaClass listener, ConditionEvents events) {
                long count = listener.getMethods().stream()
                        .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                        .count();
                events.add(new SimpleConditionEvent(
                        listener,
                        count <= MOST_METHODS_OF_A_LISTENER,
                        listener.getName() + " has " + count + " methods"));
            }
        };
    }
}
