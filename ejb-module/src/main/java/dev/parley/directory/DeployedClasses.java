package dev.parley.directory;

import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The classes in all jars of the EAR that mention an annotation, whether CDI knows them or not. Of an archive in which
 * only annotated classes are beans, CDI tells an extension of no others. Classes of a WAR are left out: another loader
 * has them.
 */
final class DeployedClasses {

    private static final String CLASS = ".class";
    private static final String JAR = ".jar/";

    private DeployedClasses() {}

    /** The classes that mention one of the annotations; none outside of a server, which alone has an EAR. */
    static List<Class<?>> annotated(Collection<Class<? extends Annotation>> annotations) {
        URL ear = ear(DeployedClasses.class);
        if (ear == null) {
            return List.of();
        }
        try (InputStream content = ear.openStream()) {
            return content instanceof JarInputStream jar
                    ? annotated(jar, annotations, DeployedClasses.class.getClassLoader())
                    : List.of();
        } catch (IOException e) {
            // What is in the EAR is not known here: nothing is said of it
            return List.of();
        }
    }

    /** The same, of a stream with all that is in an EAR, jars unpacked. */
    static List<Class<?>> annotated(
            JarInputStream ear, Collection<Class<? extends Annotation>> annotations, ClassLoader loader)
            throws IOException {
        List<String> descriptors =
                annotations.stream().map(Class::descriptorString).toList();
        List<Class<?>> found = new ArrayList<>();
        for (JarEntry entry = ear.getNextJarEntry(); entry != null; entry = ear.getNextJarEntry()) {
            String name = className(entry.getName());
            if (name != null && mentions(ear.readAllBytes(), descriptors)) {
                load(name, loader).ifPresent(found::add);
            }
        }
        return found;
    }

    private static boolean mentions(byte[] classFile, List<String> descriptors) {
        String content = new String(classFile, StandardCharsets.ISO_8859_1);
        return descriptors.stream().anyMatch(content::contains);
    }

    /** The name of the class that the entry is; null if it is none, or one in a WAR. */
    private static @Nullable String className(String entry) {
        int jar = entry.lastIndexOf(JAR);
        boolean isClass = entry.endsWith(CLASS) && !entry.contains(".war/") && jar >= 0;
        return isClass
                ? entry.substring(jar + JAR.length(), entry.length() - CLASS.length())
                        .replace('/', '.')
                : null;
    }

    private static Optional<Class<?>> load(String name, ClassLoader loader) {
        try {
            return Optional.of(Class.forName(name, false, loader));
        } catch (ClassNotFoundException | LinkageError e) {
            // Whoever needs it will see that
            return Optional.empty();
        }
    }

    /** The EAR that the jar of a class is in; null if it is in none. */
    private static @Nullable URL ear(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        URL jar = source == null ? null : source.getLocation();
        try {
            return jar != null && jar.getProtocol().equals("vfs")
                    ? new URL(jar, jar.getPath().endsWith("/") ? ".." : ".")
                    : null;
        } catch (MalformedURLException e) {
            return null;
        }
    }
}
