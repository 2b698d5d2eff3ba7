package dev.parley.engine.broker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NeededNamesTest {

    @Test
    void namesAreServices() {
        assertThat(NeededNames.service("java:/jms/queue/parley/work-slow").getCanonicalName())
                .isEqualTo("jboss.naming.context.java.jms.queue.parley.work-slow");
        assertThat(NeededNames.service("java:jboss/datasources/ParleyDS").getCanonicalName())
                .isEqualTo("jboss.naming.context.java.jboss.datasources.ParleyDS");
    }

    @Test
    void whatIsMissingIsNamedAllAtOnce() {
        assertThat(NeededNames.missing(service -> true)).isEmpty();
        assertThat(NeededNames.missing(service -> false))
                .contains("java:jboss/datasources/ParleyDS", "java:/jms/queue/parley/work-slow")
                .hasSize(6);
    }
}
