package dev.parley.it.server;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Tells {@code arquillian.xml}, which is read before any test, how to start its server on the database that was chosen.
 */
public final class ArquillianServer implements LauncherSessionListener {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (!ServerNames.isServerPrepared()) {
            return;
        }
        Database database = Database.chosen();
        // The passwords guard a database and a broker that live as long as these tests.
        Map<String, String> properties = new LinkedHashMap<>(ServerNames.systemProperties("for-these-tests"));
        properties.putAll(database.makeFor("arquillian"));
        int offset = PortOffset.free();
        System.setProperty("parley.it.arquillian.port-offset", String.valueOf(offset));
        System.setProperty(
                "parley.it.arquillian.management-port", String.valueOf(ServerNames.MANAGEMENT_PORT + offset));
        System.setProperty("parley.it.arquillian.java", String.join(" ", ServerNames.javaOptions()));
        System.setProperty("parley.it.arquillian.config", Delivery.chosen().serverConfig(database));
        System.setProperty(
                "parley.it.arquillian.properties",
                properties.entrySet().stream()
                        .map(each -> "-D" + each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining(" ")));
    }
}
