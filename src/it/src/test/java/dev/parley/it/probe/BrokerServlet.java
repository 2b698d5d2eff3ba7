package dev.parley.it.probe;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Set;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Runs in the server. POST to {@code stop} cuts all connections to the broker and lets nobody in, not even from within
 * the server, until there is one to {@code start}. POST to {@code drop/} and the name of a queue takes the consumers of
 * that away, as the broker does when it cannot deliver to them. GET of a queue's name tells how many messages are in
 * it. Only for servers of these tests.
 */
@WebServlet("/broker/*")
public class BrokerServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String EXTENSION = "org.wildfly.extension.messaging.activemq.";
    private static final String ARTEMIS = "org.apache.activemq.artemis.core.server.";
    private static final String DROP = "/drop/";
    private static final String QUEUE = "jboss.as:subsystem=messaging-activemq,server=default,jms-queue=";

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            Object count = ManagementFactory.getPlatformMBeanServer()
                    .getAttribute(new ObjectName(QUEUE + request.getPathInfo().substring(1)), "messageCount");
            response.getWriter().println(count);
        } catch (JMException e) {
            throw new IOException(e);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            Object broker = broker();
            if (request.getPathInfo().startsWith(DROP)) {
                drop(broker, request.getPathInfo().substring(DROP.length()));
                return;
            }
            Object remoting = Class.forName(ARTEMIS + "ActiveMQServer")
                    .getMethod("getRemotingService")
                    .invoke(broker);
            Class<?> service = Class.forName("org.apache.activemq.artemis.core.remoting.server.RemotingService");
            if (request.getPathInfo().endsWith("stop")) {
                service.getMethod("stop", boolean.class).invoke(remoting, false);
            } else {
                service.getMethod("start").invoke(remoting);
                // Not startAcceptors: that of participants is opened by Parley, when it is deployed
                Object acceptor = service.getMethod("getAcceptor", String.class).invoke(remoting, "parley");
                Class.forName(ARTEMIS + "ActiveMQComponent").getMethod("start").invoke(acceptor);
                service.getMethod("startAcceptors").invoke(remoting);
            }
        } catch (ReflectiveOperationException e) {
            throw new IOException(e);
        }
    }

    private static void drop(Object broker, String queueName) throws ReflectiveOperationException {
        Class<?> name = Class.forName("org.apache.activemq.artemis.api.core.SimpleString");
        Object queue = Class.forName(ARTEMIS + "ActiveMQServer")
                .getMethod("locateQueue", name)
                .invoke(broker, name.getMethod("of", String.class).invoke(null, "jms.queue." + queueName));
        Set<?> consumers = (Set<?>)
                Class.forName(ARTEMIS + "Queue").getMethod("getConsumers").invoke(queue);
        for (Object consumer : consumers) {
            Class.forName(ARTEMIS + "Consumer")
                    .getMethod("failed", Throwable.class)
                    .invoke(consumer, new IllegalStateException("Dropped by a test"));
        }
    }

    /** The server's own classes are not there to compile against. */
    private static Object broker() throws ReflectiveOperationException {
        Class<?> name = Class.forName("org.jboss.msc.service.ServiceName");
        Object container = Class.forName("org.jboss.as.server.CurrentServiceContainer")
                .getMethod("getServiceContainer")
                .invoke(null);
        Object controller = Class.forName("org.jboss.msc.service.ServiceContainer")
                .getMethod("getRequiredService", name)
                .invoke(
                        container,
                        Class.forName(EXTENSION + "MessagingServices")
                                .getMethod("getActiveMQServiceName", String.class)
                                .invoke(null, "default"));
        Object broker = Class.forName("org.jboss.msc.service.ServiceController")
                .getMethod("getValue")
                .invoke(controller);
        return Class.forName(EXTENSION + "ActiveMQBroker")
                .getMethod("getDelegate")
                .invoke(broker);
    }
}
