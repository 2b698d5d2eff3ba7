package dev.parley.engine.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.config.Delivery;
import org.junit.jupiter.api.Test;

class DatabaseCommandTest {

    @Test
    void nothingIsWrongWithADatabaseThatIsThere() {
        assertThat(DatabaseCommand.findings("jdbc:h2:mem:preflight", "parley", "secret", Delivery.XA))
                .isEmpty();
    }

    @Test
    void whatIsWrongIsSaidWithWhatToDo() {
        assertThat(DatabaseCommand.findings("jdbc:h2:tcp://127.0.0.1:1/nothing", "parley", "secret", Delivery.XA))
                .singleElement()
                .asString()
                .startsWith("the database cannot be reached (")
                .contains("parley.database.server");
    }
}
