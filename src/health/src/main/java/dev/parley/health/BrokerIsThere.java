package dev.parley.health;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/** The check of readiness that fails until the broker has been there once, and says what is missing. */
@Readiness
@ApplicationScoped
public class BrokerIsThere implements HealthCheck {

    @Override
    public HealthCheckResponse call() {
        @Nullable String missing = Awaited.of(Awaited.BROKER);
        var response = HealthCheckResponse.named("parley-broker").status(missing == null);
        return missing == null
                ? response.build()
                : response.withData("waitsFor", missing).build();
    }
}
