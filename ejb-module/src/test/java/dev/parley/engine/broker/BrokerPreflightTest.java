package dev.parley.engine.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.junit.jupiter.api.Test;

class BrokerPreflightTest {

    private static AddressSettings configured() {
        AddressSettings settings = new AddressSettings();
        settings.setDeadLetterAddress(SimpleString.of("jms.queue.parley.dead"));
        settings.setMaxDeliveryAttempts(100);
        settings.setRedeliveryDelay(200);
        settings.setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE);
        return settings;
    }

    @Test
    void nothingIsFoundWhereItIsConfigured() {
        assertThat(new BrokerPreflight(name -> true, name -> configured(), name -> false).findings())
                .isEmpty();
    }

    @Test
    void allThatIsOtherwiseIsFoundAtOnce() {
        AddressSettings own = new AddressSettings();
        own.setMaxDeliveryAttempts(3);

        List<String> findings = new BrokerPreflight(
                        name -> !name.equals("parley.slips") && !name.equals("parley.dead"),
                        name -> name.equals("parley.work") ? own : configured(),
                        name -> name.equals("parley.requests"))
                .findings();

        assertThat(findings)
                .contains(
                        "the queue parley.slips is missing",
                        "the queue parley.dead is missing",
                        "the role guest may use parley.requests",
                        "parley.work gives up after 3 attempts",
                        "parley.work delivers again without a pause")
                .anyMatch(finding -> finding.startsWith("what parley.work gives up goes to"));
    }
}
