package dev.parley.engine.wire;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSException;
import jakarta.jms.TextMessage;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The roles that a message says its sender has are believed where Parley guards the broker, and nowhere else. */
class RolesAreReadTest {

    private static TextMessage saying(String roles) {
        return (TextMessage) Proxy.newProxyInstance(
                RolesAreReadTest.class.getClassLoader(), new Class<?>[] {TextMessage.class}, (proxy, method, given) -> {
                    boolean asksForRoles = given != null && given.length == 1 && given[0].equals(MessageReader.ROLES);
                    if (method.getName().equals("getObjectProperty") && asksForRoles) {
                        return roles;
                    }
                    if (method.getName().equals("getPropertyNames")) {
                        return Collections.enumeration(List.of(MessageReader.ROLES));
                    }
                    Class<?> type = method.getReturnType();
                    return type == boolean.class ? (Object) false : type == long.class ? (Object) 0L : null;
                });
    }

    @Test
    void whereTheBrokerIsGuarded() throws JMSException {
        MessageReader reader = new MessageReader(1000, true, true, true);
        assertThat(reader.read(saying("operator,approver")).roles()).containsExactlyInAnyOrder("operator", "approver");
        assertThat(reader.read(saying("")).roles()).isEmpty();
        assertThat(reader.read(saying(null)).roles()).isEmpty();
    }

    @Test
    void nowhereElse() throws JMSException {
        assertThat(new MessageReader(1000, true, true, false)
                        .read(saying("operator"))
                        .roles())
                .isEmpty();
    }
}
