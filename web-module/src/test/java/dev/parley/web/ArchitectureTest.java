package dev.parley.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Rules are methods: Surefire 3.5.3 leaves out {@code @ArchTest} fields without a word. */
@AnalyzeClasses(packages = "dev.parley.web", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

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
    static void documentShapesKnowNothing(JavaClasses imported) {
        noClasses()
                .that()
                .resideInAPackage("..schema..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.parley.web")
                .check(imported);
    }
}
