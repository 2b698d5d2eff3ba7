package dev.parley.health;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/** The check of readiness that fails until the database is there, and while it is away, and says what is missing. */
@Readiness
@ApplicationScoped
public class DatabaseIsThere implements HealthCheck {

    @Override
    public HealthCheckResponse call() {
        @Nullable String first = Awaited.of(Awaited.DATABASE);
        @Nullable String missing = first == null ? Awaited.of(Awaited.DATABASE_NOW) : first;
        var response = HealthCheckResponse.named("parley-database").status(missing == null);
        return missing == null
                ? response.build()
                : response.withData("waitsFor", missing).build();
    }
}
