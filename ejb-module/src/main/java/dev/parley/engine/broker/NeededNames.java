package dev.parley.engine.broker;

import dev.parley.engine.wire.Queues;
import jakarta.annotation.Resource;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jboss.msc.service.ServiceName;
import org.jboss.msc.service.ServiceRegistry;

/**
 * The names without which the server does not deploy Parley: it lists those that are missing as services of its own,
 * and this says what an operator does about them.
 */
final class NeededNames {

    private static final Logger LOG = System.getLogger(NeededNames.class.getName());

    private static final String DATABASE = "java:jboss/datasources/ParleyDS";

    private static final ServiceName NAMES = ServiceName.of("jboss", "naming", "context", "java");

    private NeededNames() {}

    /** Says what the server has not got. */
    static void check(ServiceRegistry registry) {
        List<String> missing = missing(service -> registry.getService(service) != null);
        if (!missing.isEmpty()) {
            LOG.log(
                    Level.ERROR,
                    "This server has no {0}, and Parley is not deployed without: run configure.cli of this version"
                            + " (src/docs/operations.md), and deploy it again",
                    String.join(", ", missing));
        }
    }

    static List<String> missing(Predicate<ServiceName> isThere) {
        return Stream.concat(Stream.of(DATABASE), queues())
                .filter(name -> !isThere.test(service(name)))
                .toList();
    }

    /** The one that a connection is had from is made when the broker has started, which may be later. */
    private static Stream<String> queues() {
        return Stream.of(Queues.class.getDeclaredFields())
                .map(field -> field.getAnnotation(Resource.class))
                .filter(Objects::nonNull)
                .map(Resource::lookup)
                .filter(name -> name.contains("/queue/"));
    }

    /** The service that WildFly has for a name. */
    static ServiceName service(String name) {
        return NAMES.append(name.replaceFirst("java:/?", "").split("/", -1));
    }
}
