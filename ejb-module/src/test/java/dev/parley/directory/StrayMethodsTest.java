package dev.parley.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.CompensatedBy;
import dev.parley.Operation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Stereotype;
import jakarta.enterprise.inject.Vetoed;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("unused")
class StrayMethodsTest {

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

    @Alternative
    @Stereotype
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface InTests {}

    @InTests
    static class NotHere extends Lost {

        @Override
        @Operation("not-here")
        public void lose() {}
    }

    @AfterEach
    void forget() {
        DeployedClasses.found(List.of());
    }

    @Test
    void areInClassesThatAreNoBeans() {
        List<String> problems = StrayMethods.problems(
                List.of(Lost.class, Kind.class, NotWanted.class, NotNow.class, NotHere.class, Undone.class),
                Set.of(Bean.class));
        assertThat(problems).hasSize(2);
        assertThat(problems.get(0))
                .startsWith(Lost.class.getName() + " is no bean, and @Operation on ")
                .contains("Lost.lose()", "@ApplicationScoped", "@Stateless", "@Vetoed");
        assertThat(problems.get(1)).startsWith(Undone.class.getName() + " is no bean, and @CompensatedBy on ");
    }

    @Test
    void areLookedForInWhatTheServerHasFound() {
        DeployedClasses.found(Set.of(Lost.class.getName(), "com.example.InAWar"));
        assertThat(DeployedClasses.all()).containsExactly(Lost.class);
    }
}
