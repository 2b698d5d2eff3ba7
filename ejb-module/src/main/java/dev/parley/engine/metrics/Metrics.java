package dev.parley.engine.metrics;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;

/** The metrics of this node, collected by the server's Micrometer if it has one. */
@ApplicationScoped
public class Metrics {

    private static final Logger LOG = System.getLogger(Metrics.class.getName());

    @Inject
    MetricsSettings settings;

    private Meters meters = Meters.NONE;

    @PostConstruct
    void find() {
        if (!settings.areOn()) {
            LOG.log(Level.INFO, "No metrics are collected: parley.metrics.enabled is false");
            return;
        }
        try {
            meters = MicrometerMeters.ofServer();
        } catch (LinkageError absent) {
            LOG.log(Level.DEBUG, "The server has no Micrometer", absent);
        }
        LOG.log(
                Level.INFO,
                isOn()
                        ? "Metrics are collected by the server's Micrometer"
                        : "No metrics are collected: the server has no Micrometer, which configure.cli adds");
    }

    /** True if somebody collects them. */
    public boolean isOn() {
        return meters != Meters.NONE;
    }

    /** A conversation has ended: to be said after the commit. */
    public void ended(String operation, String status, Duration took) {
        meters.ended(operation, status, took);
    }

    /** That many messages of a queue share a transaction. */
    public void batch(String queue, int size) {
        meters.batch(queue, size);
    }

    void show(List<Measurement> all) {
        meters.show(all);
    }

    @PreDestroy
    void close() {
        meters.close();
    }
}
