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

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The boundaries that the packages promise each other. {@link ArchitectureRulesTest} shows that each rule can fail.
 *
 * <p>Plain JUnit, because with these versions of JUnit and Surefire {@code @ArchTest} fields were never run, and nobody was told.
 */
class ArchitectureTest {

    private static final String[] PATTERNS = {
        "dev.parley.exchange..",
        "dev.parley.relay..",
        "dev.parley.renewal..",
        "dev.parley.process..",
        "dev.parley.slip..",
        "dev.parley.turn..",
        "dev.parley.topic.."
    };

    private static final String PATTERN_NAMES = "dev.parley.(exchange|relay|renewal|process|slip|turn|topic)..";

    private static final String API = "dev.parley.";
    private static final String ENGINE = "dev.parley.engine.";

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

    static final ArchRule PATTERNS_ARE_INDEPENDENT = slices().matching(PATTERN_NAMES)
            .should()
            .notDependOnEachOther()
            .allowEmptyShould(true)
            .because("patterns meet in the conversation and through the directory");

    static final ArchRule ONLY_THE_ENGINE_ACTS = noClasses()
            .that(not(resideInAPackage("dev.parley.engine..")))
            .and(not(LISTENER))
            .should()
            .dependOnClassesThat(ENGINE_ONLY)
            .because("there is one place to make exactly-once right");

    static final ArchRule LISTENERS_ONLY_PASS_ON = noClasses()
            .that(LISTENER)
            .and(not(resideInAPackage("dev.parley.engine..")))
            .should()
            .dependOnClassesThat(ENGINE_ONLY.and(not(MESSAGE_OF_A_LISTENER)))
            .allowEmptyShould(true)
            .because("a listener passes its message to the engine");

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
            .resideInAPackage("dev.parley.engine")
            .should()
            .dependOnClassesThat(resideInAnyPackage(PATTERNS).or(resideInAPackage("dev.parley.engine.*..")));

    static final ArchRule A_PATTERNS_ENGINE_KNOWS_THAT_PATTERN_ALONE = classes()
            .that()
            .resideInAPackage("dev.parley.engine.*..")
            .should(knowNoOtherPattern())
            .allowEmptyShould(true);

    static final ArchRule THE_CONVERSATION_KNOWS_NOBODY = noClasses()
            .that()
            .resideInAPackage("dev.parley.conversation..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("dev.parley.engine..", "dev.parley.directory..")
                    .or(resideInAnyPackage(PATTERNS)));

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
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.parley");
        return Arrays.stream(ArchitectureTest.class.getDeclaredFields())
                .filter(field -> field.getType() == ArchRule.class)
                .map(field ->
                        DynamicTest.dynamicTest(field.getName(), () -> ((ArchRule) field.get(null)).check(classes)));
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

    private static ArchCondition<JavaClass> knowNoOtherPattern() {
        return new ArchCondition<>("know no other pattern than their own") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String own = patternOf(type.getPackageName(), ENGINE);
                type.getDirectDependenciesFromSelf().forEach(dependency -> {
                    String other = dependency.getTargetClass().getPackageName();
                    boolean ofAnother = other.startsWith(ENGINE)
                            ? !patternOf(other, ENGINE).equals(own)
                            : resideInAnyPackage(PATTERNS).test(dependency.getTargetClass())
                                    && !patternOf(other, API).equals(own);
                    events.add(new SimpleConditionEvent(type, !ofAnother, dependency.getDescription()));
                });
            }
        };
    }

    private static String patternOf(String packageName, String parent) {
        return packageName.substring(parent.length()).split("\\.", 2)[0];
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
