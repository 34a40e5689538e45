package dev.blackstart.conduct.engine;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.health.api.Wellness;

/**
 * Down while something that the platform should have done by itself waits for a person. Public, so it says no more than this;
 * it is no reason to restart a replica or to take it out of service, and therefore neither liveness nor readiness.
 */
@Wellness
@ApplicationScoped
class BackgroundWorkCheck implements HealthCheck {

    @Override
    public HealthCheckResponse call() {
        boolean failed = QuarkusTransaction.requiringNew().call(ItemQueue::anyFailed);
        return HealthCheckResponse.named("background-work").status(!failed).build();
    }
}
