package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import javax.management.AttributeChangeNotification;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.NotificationBroadcasterSupport;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

class WaitsTest {

    private final MBeanServer server = MBeanServerFactory.newMBeanServer();
    private final Waits waits = new Waits();

    @Test
    void theyEndWhenTheServerBeginsToSuspendItself() throws JMException {
        State state = register();
        listen();
        var before = new CompletableFuture<Integer>();
        waits.add(before);

        state.becomes("normal", "suspending");
        var meanwhile = new CompletableFuture<Integer>();
        waits.add(meanwhile);
        state.becomes("suspending", "suspended");
        state.becomes("suspended", "normal");
        var after = new CompletableFuture<Integer>();
        waits.add(after);

        assertThat(before).isCancelled();
        assertThat(meanwhile).isCancelled();
        assertThat(after).isNotDone();
    }

    @Test
    void otherNewsOfTheServerAreOfNoInterest() throws JMException {
        State state = register();
        listen();
        var awaited = new CompletableFuture<Integer>();
        waits.add(awaited);

        state.tells("RuntimeConfigurationState", "ok", "stopping");

        assertThat(awaited).isNotDone();
    }

    @Test
    void nothingIsHeardAfterwardsAndNothingWhereNobodyTells() throws JMException {
        var news = new Waits.News(server, waits);
        news.listen();
        news.forget();
        State state = register();
        news.listen();
        news.forget();
        var awaited = new CompletableFuture<Integer>();
        waits.add(awaited);

        state.becomes("normal", "suspending");

        assertThat(awaited).isNotDone();
    }

    @Test
    void whatIsThereIsNotTakenAway() {
        var there = CompletableFuture.completedFuture(7);
        waits.add(there);
        waits.end();
        assertThat(there).isCompletedWithValue(7);
    }

    private void listen() {
        new Waits.News(server, waits).listen();
    }

    private State register() throws JMException {
        State state = new State();
        server.registerMBean(state, new ObjectName(Waits.News.STATE));
        return state;
    }

    /** What a management bean of this name has to implement. */
    public interface StateMBean {}

    /** Tells what the server of WildFly tells. */
    public static final class State extends NotificationBroadcasterSupport implements StateMBean {

        void becomes(String before, String now) {
            tells(Waits.News.RUNNING, before, now);
        }

        void tells(String attribute, String before, String now) {
            sendNotification(new AttributeChangeNotification(
                    Waits.News.STATE, 1, 0, "changed", attribute, String.class.getName(), before, now));
        }
    }
}
