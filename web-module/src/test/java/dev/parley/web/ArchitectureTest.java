package dev.parley.web;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * {@link ArchitectureRulesTest} shows that rules which say what packages promise can fail. Rules are methods: Surefire
 * 3.5.3 leaves out {@code @ArchTest} fields without a word.
 */
@AnalyzeClasses(
        packages = {"dev.parley.web", "dev.parley.undertow"},
        importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final int MOST_TYPES_OF_A_PACKAGE = 40;

    static final ArchRule BODIES_KNOW_ONLY_EACH_OTHER = noClasses()
            .that()
            .haveSimpleNameEndingWith("Body")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("dev.parley.web..").and(not(describe("are bodies", type -> outermost(type)
                            .getSimpleName()
                            .endsWith("Body")))))
            .because("they say what the contract is, whatever the code does");

    static final ArchRule PACKAGES_ARE_FREE_OF_CIRCLES =
            slices().assignedFrom(new EachPackage()).should().beFreeOfCycles();

    static final ArchRule ROOMS_KNOW_NO_OTHER_ROOM = slices().matching("dev.parley.web.(*)..")
            .should()
            .notDependOnEachOther()
            .because("they meet in dev.parley.web");

    static final ArchRule NOBODY_ASKS_FOR_THE_TIME = noClasses()
            .should(accessTargetWhere(describe("it asks the system for the time", ArchitectureTest::asksForTheTime)))
            .because("whoever has the clock injected can be tested at any time");

    static final ArchRule PACKAGES_ARE_ROOMS_AND_NOT_HALLS =
            classes().should(shareTheirPackageWithFew()).because("a package is read in one go");

    private static boolean asksForTheTime(JavaAccess<?> call) {
        String owner = call.getTargetOwner().getName();
        String method = call.getTarget().getName();
        return switch (owner) {
            case "java.lang.System" -> method.equals("currentTimeMillis");
            case "java.time.Clock", "java.time.InstantSource" ->
                method.startsWith("system") || method.startsWith("tick");
            default -> owner.startsWith("java.time.") && method.equals("now");
        };
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
    }

    @ArchTest
    static void technologyStaysBehindTheBoundaries(JavaClasses imported) {
        noClasses()
                .that()
                .doNotHaveSimpleName("Failure") // it says which of their exceptions are transient
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta.jms..",
                        "jakarta.persistence..",
                        "jakarta.transaction..",
                        "jakarta.ejb..",
                        "java.sql..",
                        "org.hibernate..")
                .check(imported);
    }

    @ArchTest
    static void jsonIsJakartas(JavaClasses imported) {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml..")
                .check(imported);
    }

    @ArchTest
    static void onlyTheServersStandardIsUsed(JavaClasses imported) {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.parley.undertow")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jboss..", "io.undertow..", "org.eclipse.parsson..", "dev.parley.undertow")
                .check(imported);
    }

    @ArchTest
    static void pathsAreResources(JavaClasses imported) {
        classes()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .haveSimpleNameEndingWith("sResource")
                .andShould()
                .bePublic()
                .check(imported);
    }

    @ArchTest
    static void resourcesHavePaths(JavaClasses imported) {
        classes()
                .that()
                .haveSimpleNameEndingWith("Resource")
                .should()
                .beAnnotatedWith(Path.class)
                .check(imported);
    }

    @ArchTest
    static void onlyResourcesCallThePatterns(JavaClasses imported) {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Resource")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("dev.parley.exchange.Requests")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("dev.parley.engine.journal.Conversations")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("dev.parley.relay.Mails")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("dev.parley.relay.mailbox.Mailboxes")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("dev.parley.relay.DeadMails")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("dev.parley.renewal.Pools")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("dev.parley.renewal.Grants")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("dev.parley.process.Processes")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("dev.parley.directory.Operations")
                .check(imported);
    }

    @ArchTest
    static void whatResourcesOfferIsDocumented(JavaClasses imported) {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .haveSimpleNameEndingWith("Resource")
                .and()
                .arePublic()
                .should()
                .beAnnotatedWith(Operation.class)
                .check(imported);
    }

    @ArchTest
    static void bodiesKnowOnlyEachOther(JavaClasses imported) {
        BODIES_KNOW_ONLY_EACH_OTHER.check(imported);
    }

    @ArchTest
    static void packagesAreFreeOfCircles(JavaClasses imported) {
        PACKAGES_ARE_FREE_OF_CIRCLES.check(imported);
    }

    @ArchTest
    static void roomsKnowNoOtherRoom(JavaClasses imported) {
        ROOMS_KNOW_NO_OTHER_ROOM.check(imported);
    }

    @ArchTest
    static void nobodyAsksForTheTime(JavaClasses imported) {
        NOBODY_ASKS_FOR_THE_TIME.check(imported);
    }

    @ArchTest
    static void packagesAreRoomsAndNotHalls(JavaClasses imported) {
        PACKAGES_ARE_ROOMS_AND_NOT_HALLS.check(imported);
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
            return type.getPackageName().matches("dev\\.parley\\.(web|undertow)(\\..*)?")
                    ? SliceIdentifier.of(type.getPackageName())
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }
}
