package dev.parley.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

@AnalyzeClasses(packages = "dev.parley.web", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule technologyStaysBehindTheBoundaries = noClasses()
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
                    "org.hibernate..");

    @ArchTest
    static final ArchRule jsonIsJakartas =
            noClasses().should().dependOnClassesThat().resideInAPackage("com.fasterxml..");

    @ArchTest
    static final ArchRule onlyTheServersStandardIsUsed = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jboss..", "io.undertow..", "org.eclipse.parsson..");

    @ArchTest
    static final ArchRule pathsAreResources = classes()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .haveSimpleNameEndingWith("sResource")
            .andShould()
            .bePublic();

    @ArchTest
    static final ArchRule resourcesHavePaths =
            classes().that().haveSimpleNameEndingWith("Resource").should().beAnnotatedWith(Path.class);

    @ArchTest
    static final ArchRule onlyResourcesCallThePatterns = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Resource")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("dev.parley.exchange.Requests")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("dev.parley.engine.Conversations")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("dev.parley.directory.Operations");

    @ArchTest
    static final ArchRule whatResourcesOfferIsDocumented = methods()
            .that()
            .areDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Resource")
            .and()
            .arePublic()
            .should()
            .beAnnotatedWith(Operation.class);

    @ArchTest
    static final ArchRule documentShapesKnowNothing = noClasses()
            .that()
            .resideInAPackage("..schema..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.parley.web");
}
