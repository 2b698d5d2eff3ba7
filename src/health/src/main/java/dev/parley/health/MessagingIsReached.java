package dev.parley.health;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/**
 * The check of readiness that fails while messaging cannot be reached from outside, such as where its port is taken.
 */
@Readiness
@ApplicationScoped
public class MessagingIsReached implements HealthCheck {

    @Override
    public HealthCheckResponse call() {
        @Nullable String obstacle = OpenDoor.obstacle();
        var response = HealthCheckResponse.named("parley-messaging").status(obstacle == null);
        return obstacle == null
                ? response.build()
                : response.withData("closed", obstacle).build();
    }
}
