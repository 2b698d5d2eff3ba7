package dev.parley.engine.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.artemis.core.protocol.core.Channel;
import org.apache.activemq.artemis.core.protocol.core.CoreRemotingConnection;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.Ping;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.ReattachSessionMessage;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.ReattachSessionResponseMessage;
import org.junit.jupiter.api.Test;

class SessionGuardTest {

    private final List<Object> sent = new ArrayList<>();

    private static <T> T fake(Class<T> type, InvocationHandler calls) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, calls));
    }

    private CoreRemotingConnection connection() {
        Channel channel = fake(Channel.class, (proxy, method, arguments) -> sent.add(arguments[0]));
        return fake(
                CoreRemotingConnection.class,
                (proxy, method, arguments) -> method.getName().equals("getChannel") ? channel : null);
    }

    @Test
    void saysThatThereIsNoSuchSession() {
        SessionGuard.refuse(connection());

        assertThat(sent)
                .singleElement()
                .isInstanceOfSatisfying(
                        ReattachSessionResponseMessage.class,
                        answer -> assertThat(answer.isReattached()).isFalse());
    }

    @Test
    void leavesAllElseAlone() {
        SessionGuard guard = new SessionGuard();

        assertThat(guard.intercept(new Ping(), connection())).isTrue();
        assertThat(guard.intercept(new ReattachSessionMessage("s", -1), connection()))
                .as("in the server itself")
                .isTrue();
        assertThat(sent).isEmpty();
    }
}
