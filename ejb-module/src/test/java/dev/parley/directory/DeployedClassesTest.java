package dev.parley.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.CompensatedBy;
import dev.parley.Operation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Vetoed;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

@SuppressWarnings("unused")
class DeployedClassesTest {

    static class Lost {

        @Operation("lost")
        public void lose() {}
    }

    static class Undone {

        @CompensatedBy("lost")
        public void undo() {}
    }

    abstract static class Kind {

        @Operation("kind")
        public void be() {}
    }

    @ApplicationScoped
    static class Bean extends Kind {}

    @Vetoed
    static class NotWanted extends Lost {

        @Override
        @Operation("not-wanted")
        public void lose() {}
    }

    @Alternative
    static class NotNow extends Lost {

        @Override
        @Operation("not-now")
        public void lose() {}
    }

    static class Reading {

        boolean reads(Class<?> type) {
            return type == Operation.class;
        }
    }

    @Test
    void areFoundWhetherTheyAreBeansOrNot() throws IOException {
        assertThat(inEar("orders.jar/", Lost.class, Bean.class, Kind.class, Reading.class))
                .containsExactly(Lost.class, Kind.class);
        assertThat(inEar("lib/orders.jar/", Undone.class)).containsExactly(Undone.class);
    }

    @Test
    void areNotLookedForInAWar() throws IOException {
        assertThat(inEar("shop.war/WEB-INF/lib/orders.jar/", Lost.class)).isEmpty();
        assertThat(inEar("shop.war/WEB-INF/classes/", Lost.class)).isEmpty();
    }

    @Test
    void areLeftOutWhereNothingCanLoadThem() throws IOException {
        assertThat(inEar("orders.jar/elsewhere/", Lost.class)).isEmpty();
    }

    @Test
    void areToBeBeansIfTheyHaveOperations() {
        List<String> problems = StrayMethods.problems(
                List.of(Lost.class, Kind.class, NotWanted.class, NotNow.class, Undone.class), Set.of(Bean.class));
        assertThat(problems).hasSize(2);
        assertThat(problems.get(0))
                .startsWith(Lost.class.getName() + " is no bean, and @Operation on ")
                .contains("Lost.lose()", "@ApplicationScoped", "@Stateless", "@Vetoed");
        assertThat(problems.get(1)).startsWith(Undone.class.getName() + " is no bean, and @CompensatedBy on ");
    }

    @Test
    void areSaidWithTheirJar() throws NoSuchMethodException {
        OperationMethod lost = new OperationMethod(Lost.class, Lost.class.getMethod("lose"), false);
        OperationMethod kind = new OperationMethod(Bean.class, Kind.class.getMethod("be"), false);
        assertThat(ServedFrom.text(List.of(lost))).isEqualTo("Methods serve 1 operation: lost (test-classes)");
        assertThat(ServedFrom.text(List.of(lost, kind)))
                .isEqualTo("Methods serve 2 operations: kind, lost (test-classes)");
        assertThat(ServedFrom.text(List.of())).contains("no operation");
    }

    private static List<Class<?>> inEar(String folder, Class<?>... classes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream ear = new JarOutputStream(bytes)) {
            for (Class<?> type : classes) {
                String path = type.getName().replace('.', '/') + ".class";
                ear.putNextEntry(new ZipEntry(folder + path));
                try (InputStream content = type.getClassLoader().getResourceAsStream(path)) {
                    content.transferTo(ear);
                }
            }
        }
        return DeployedClasses.annotated(
                new JarInputStream(new ByteArrayInputStream(bytes.toByteArray())),
                StrayMethods.ANNOTATIONS,
                DeployedClassesTest.class.getClassLoader());
    }
}
