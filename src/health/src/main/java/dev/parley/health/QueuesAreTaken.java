package dev.parley.health;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** The check of readiness that fails while messages wait in a queue of Parley's that nobody takes them from. */
@Readiness
@ApplicationScoped
public class QueuesAreTaken implements HealthCheck {

    @Override
    public HealthCheckResponse call() {
        List<String> standing = TakenQueues.standing();
        var response = HealthCheckResponse.named("parley-queues").status(standing.isEmpty());
        return standing.isEmpty()
                ? response.build()
                : response.withData("standing", String.join(", ", standing)).build();
    }
}
