package dev.parley.it.deployment;

import dev.parley.it.deployment.greetings.Greet;
import dev.parley.it.deployment.greetings.Greeting;
import dev.parley.it.server.ServerNames;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The EAR as it is shipped, with an application's modules added as a developer would add them. */
final class ParleyEar {

    private static final String APPLICATION_XML = "META-INF/application.xml";
    private static final String BEANS =
            "<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"4.0\" bean-discovery-mode=\"annotated\"/>";
    private static final String EJB_JAR = "<ejb-jar xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"4.0\"/>";

    private ParleyEar() {}

    static EnterpriseArchive as(String name) {
        return ShrinkWrap.create(ZipImporter.class, name)
                .importFrom(ServerNames.ear().toFile())
                .as(EnterpriseArchive.class);
    }

    /** A jar with these beans. */
    static JavaArchive operations(Class<?>... beans) {
        return ShrinkWrap.create(JavaArchive.class, "greetings.jar")
                .addClasses(beans)
                .addClasses(Greet.class, Greeting.class)
                .addAsManifestResource(new StringAsset(BEANS), "beans.xml")
                .addAsManifestResource(new StringAsset(EJB_JAR), "ejb-jar.xml");
    }

    /** Adds a jar with nothing but these beans to the libraries. */
    static EnterpriseArchive addLibrary(EnterpriseArchive ear, Class<?>... beans) {
        return ear.addAsLibrary(
                ShrinkWrap.create(JavaArchive.class, "farewells.jar").addClasses(beans));
    }

    /** A web module for tests that run in the server. */
    static WebArchive tests(Class<?>... classes) {
        return ShrinkWrap.create(WebArchive.class, "parley-it.war")
                .addClasses(classes)
                .addAsWebInfResource(new StringAsset(BEANS), "beans.xml");
    }

    /** The jar that a class of a test's own tools is in. */
    static File library(Class<?> tool) {
        try {
            return new File(
                    tool.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Adds a module; if the EAR lists its modules it is listed too. */
    static EnterpriseArchive add(EnterpriseArchive ear, Archive<?> module) {
        ear.addAsModule(module);
        if (ear.contains(APPLICATION_XML)) {
            String listed = text(ear).replaceFirst("</(\\w+:)?application>", entry(module) + "$0");
            ear.delete(APPLICATION_XML);
            ear.setApplicationXML(new StringAsset(listed));
        }
        return ear;
    }

    private static String entry(Archive<?> module) {
        String name = module.getName();
        String content = name.endsWith(".war")
                ? "<web><web-uri>" + name + "</web-uri><context-root>/" + name.replace(".war", "")
                        + "</context-root></web>"
                : "<ejb>" + name + "</ejb>";
        return "<module>" + content + "</module>";
    }

    private static String text(EnterpriseArchive ear) {
        try (InputStream in = ear.get(APPLICATION_XML).getAsset().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
