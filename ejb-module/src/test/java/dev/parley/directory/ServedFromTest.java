package dev.parley.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Operation;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServedFromTest {

    static class Served {

        @Operation("reserve")
        public void reserve() {}

        @Operation("cancel")
        public void cancel() {}
    }

    @Test
    void saysWhatIsServedAndFromWhichJar() throws NoSuchMethodException {
        OperationMethod reserve = new OperationMethod(Served.class, Served.class.getMethod("reserve"), false);
        OperationMethod cancel = new OperationMethod(Served.class, Served.class.getMethod("cancel"), false);
        assertThat(ServedFrom.text(List.of(reserve))).isEqualTo("Methods serve 1 operation: reserve (test-classes)");
        assertThat(ServedFrom.text(List.of(reserve, cancel)))
                .isEqualTo("Methods serve 2 operations: cancel, reserve (test-classes)");
        assertThat(ServedFrom.text(List.of())).contains("no operation");
    }
}
