package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.Path;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The description of HTTP, as far as it follows from the code. */
class DocumentedAnswersTest {

    static Stream<Method> methodsThatReadABody() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.parley.web").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .map(JavaClass::reflect)
                        .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                        .filter(DocumentedAnswersTest::isDescribed)
                        .filter(method -> List.of(method.getParameterTypes()).contains(InputStream.class));
    }

    @ParameterizedTest
    @MethodSource("methodsThatReadABody")
    void whoeverReadsABodySaysThatItCanBeRefused(Method method) {
        assertThat(statuses(method)).contains("400", "408", "413", "415");
    }

    /** What is hidden goes with a method that is not. */
    private static boolean isDescribed(Method method) {
        Operation operation = method.getAnnotation(Operation.class);
        return operation != null && !operation.hidden();
    }

    private static List<String> statuses(Method method) {
        return Stream.of(method.getAnnotationsByType(APIResponse.class))
                .map(APIResponse::responseCode)
                .toList();
    }
}
