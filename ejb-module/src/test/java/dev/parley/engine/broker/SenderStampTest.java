package dev.parley.engine.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.wire.MessageReader;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.activemq.artemis.api.core.Message;
import org.junit.jupiter.api.Test;

/** What a client has written about its roles is gone, whatever message it is in. */
class SenderStampTest {

    private final Map<String, String> written = new HashMap<>();

    private Message message(BooleanSupplier hasRoles) {
        return (Message) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Message.class},
                (proxy, method, given) -> switch (method.getName()) {
                    case "containsProperty" -> hasRoles.getAsBoolean();
                    case "setBrokerProperty" -> {
                        written.put(given[0].toString(), given[1].toString());
                        yield proxy;
                    }
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    @Test
    void rolesOfAClientAreForgotten() {
        SenderStamp.forgetRoles(message(() -> true));
        assertThat(written).containsExactly(Map.entry(MessageReader.ROLES, ""));
    }

    @Test
    void aMessageWithoutThemIsLeftAsItIs() {
        SenderStamp.forgetRoles(message(() -> false));
        assertThat(written).isEmpty();
    }

    /** As of AMQP, without the section that properties are looked for in. */
    @Test
    void theyAreForgottenWhereTheyCannotBeLookedFor() {
        SenderStamp.forgetRoles(message(() -> {
            throw new NullPointerException("properties");
        }));
        assertThat(written).containsExactly(Map.entry(MessageReader.ROLES, ""));
    }
}
