package dev.parley;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.annotation.Retention;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Compares package {@code dev.parley}, which applications are compiled against, with its approved signatures in
 * {@code src/approved/dev.parley.txt}. A change that is meant is approved by copying what this test writes to
 * {@code target/dev.parley.txt} over that file; a line in {@code CHANGELOG.md} goes with it.
 */
class ApprovedApiTest {

    private static final Path APPROVED = Path.of("src", "approved", "dev.parley.txt");
    private static final Path ACTUAL = Path.of("target", "dev.parley.txt");

    @Test
    void applicationsSeeWhatWasApproved() throws Exception {
        String actual = types().flatMap(ApprovedApiTest::lines)
                .map(ApprovedApiTest::shortened)
                .collect(joining("\n", "", "\n"));
        Files.writeString(ACTUAL, actual);
        assertThat(actual)
                .as(
                        "The API of applications is not the approved one: if that is meant, copy %s over %s and add it to CHANGELOG.md",
                        ACTUAL, APPROVED)
                .isEqualTo(Files.readString(APPROVED));
    }

    private static Stream<Class<?>> types() throws IOException, URISyntaxException, ClassNotFoundException {
        Path root = Path.of(Operation.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<Class<?>> types = new ArrayList<>();
        try (Stream<Path> files = Files.list(root.resolve("dev/parley"))) {
            for (String file :
                    files.map(path -> path.getFileName().toString()).sorted().toList()) {
                if (file.endsWith(".class") && !file.equals("package-info.class")) {
                    types.add(Class.forName("dev.parley." + file.substring(0, file.length() - ".class".length())));
                }
            }
        }
        return types.stream().filter(type -> isSeen(type.getModifiers()));
    }

    private static Stream<String> lines(Class<?> type) {
        Stream<String> members = Stream.of(
                        type.getDeclaredFields(), type.getDeclaredConstructors(), type.getDeclaredMethods())
                .flatMap(Arrays::stream)
                .filter(ApprovedApiTest::isSeen)
                .map(ApprovedApiTest::line)
                .sorted()
                .map(line -> "    " + line);
        return Stream.concat(Stream.of(head(type)), members);
    }

    private static boolean isSeen(AccessibleObject object) {
        Member member = (Member) object;
        return isSeen(member.getModifiers()) && !member.isSynthetic();
    }

    private static boolean isSeen(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    /** The same on every JDK, some of which write annotations with parentheses. */
    private static String shortened(String line) {
        return line.replaceAll("@org\\.jspecify\\.annotations\\.Nullable(\\(\\))?", "@Nullable")
                .replaceAll("\\bjava\\.lang\\.(annotation\\.)?(?=[A-Z])", "")
                .replace("@Documented() ", "@Documented ");
    }

    private static String head(Class<?> type) {
        String supers = Stream.concat(
                        Stream.ofNullable(type.getAnnotatedSuperclass()), Stream.of(type.getAnnotatedInterfaces()))
                .map(AnnotatedType::toString)
                .collect(joining(", "));
        return annotations(type.getAnnotations()) + type.toGenericString() + (supers.isEmpty() ? "" : " : " + supers);
    }

    private static String line(AccessibleObject member) {
        if (member instanceof Field field) {
            return modifiers(field) + field.getAnnotatedType() + " " + field.getName();
        }
        if (member instanceof Constructor<?> constructor) {
            return modifiers(constructor) + constructor.getDeclaringClass().getSimpleName() + signature(constructor);
        }
        Method method = (Method) member;
        return modifiers(method) + typeParameters(method) + method.getAnnotatedReturnType() + " " + method.getName()
                + signature(method) + defaultValue(method);
    }

    private static String signature(Executable executable) {
        return types(executable.getAnnotatedParameterTypes(), "(", ")")
                + types(executable.getAnnotatedExceptionTypes(), " throws ", "");
    }

    private static String types(AnnotatedType[] types, String before, String after) {
        return types.length == 0 && after.isEmpty()
                ? ""
                : Stream.of(types).map(AnnotatedType::toString).collect(joining(", ", before, after));
    }

    private static String typeParameters(Method method) {
        return method.getTypeParameters().length == 0
                ? ""
                : Stream.of(method.getTypeParameters()).map(Object::toString).collect(joining(", ", "<", "> "));
    }

    private static String modifiers(Member member) {
        int modifiers = member.getModifiers() & ~(Modifier.TRANSIENT | Modifier.VOLATILE);
        String words = Modifier.toString(modifiers) + " ";
        return member instanceof Method method && method.isDefault() ? words + "default " : words;
    }

    private static String defaultValue(Method method) {
        Object value = method.getDefaultValue();
        return value == null ? "" : " default " + (value instanceof String text ? '"' + text + '"' : value);
    }

    /** Only what changes how an annotation can be used. */
    private static String annotations(Annotation[] annotations) {
        return Stream.of(annotations)
                .filter(annotation -> annotation.annotationType().getPackage() == Retention.class.getPackage()
                        || annotation.annotationType().isAnnotationPresent(jakarta.inject.Qualifier.class))
                .map(annotation -> annotation + " ")
                .sorted()
                .collect(joining());
    }
}
