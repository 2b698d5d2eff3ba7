package dev.parley.engine.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.activemq.artemis.core.remoting.server.RemotingService;
import org.apache.activemq.artemis.spi.core.remoting.Acceptor;
import org.junit.jupiter.api.Test;

class DoorTest {

    private final List<String> calls = new ArrayList<>();
    private boolean taken;
    private boolean started;
    private boolean opensItself;
    private final Door door = new Door(fake(RemotingService.class, method -> fake(Acceptor.class, this::acceptor)));

    /** One that could not bind believes itself started until it is stopped, as Artemis' own does. */
    private Object acceptor(String method) {
        switch (method) {
            case "isAutoStart" -> {
                return opensItself;
            }
            case "isStarted" -> {
                return started;
            }
            case "start" -> {
                calls.add(started ? "ignored" : "start");
                boolean fails = taken && !started;
                started = true;
                if (fails) {
                    throw new IllegalStateException("Failed to bind");
                }
            }
            default -> {
                calls.add(method);
                started = false;
            }
        }
        return started;
    }

    private static <T> T fake(Class<T> type, Function<String, Object> answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answer.apply(method.getName())));
    }

    @Test
    void opensOnceAndCloses() {
        door.open();
        door.look();
        door.close();
        door.look();
        assertThat(calls).containsExactly("start", "stop");
    }

    @Test
    void saysWhatKeepsItFromOpeningAndOpensWhenThatIsGone() {
        taken = true;
        door.open();
        assertThat(door.obstacle()).isEqualTo("Failed to bind");
        door.look();
        taken = false;
        door.look();
        assertThat(door.obstacle()).isNull();
        assertThat(started).isTrue();
        assertThat(calls).containsExactly("start", "stop", "start", "stop", "start");
    }

    @Test
    void leavesAloneWhatOpensByItself() {
        opensItself = true;
        door.open();
        door.close();
        assertThat(calls).isEmpty();
    }
}
