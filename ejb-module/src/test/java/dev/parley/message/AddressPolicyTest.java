package dev.parley.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AddressPolicyTest {

    private final AddressPolicy policy = new AddressPolicy(List.of("reply.*", "orders.out"));

    @Test
    void allowsQueuesThatMatchAGlob() {
        assertThat(policy.allows(Address.queue("reply.alice"))).isTrue();
        assertThat(policy.allows(Address.queue("orders.out"))).isTrue();
        assertThat(policy.allows(Address.queue("ordersXout"))).isFalse();
        assertThat(policy.allows(Address.queue("my.reply.alice"))).isFalse();
    }

    @Test
    void allowsEveryTemporaryQueue() {
        assertThat(policy.allows(Address.temporary("jms.tempqueue.55c3b0e6-cecb-41c3-b5dc-d08f8532d22f")))
                .isTrue();
        assertThat(policy.allows(Address.temporary("14bac445-02c6-473a-9ac9-83a55784dbd7")))
                .isTrue();
    }

    @Test
    void allowsNoLastingQueueThatClaimsToBeTemporary() {
        assertThat(policy.allows(Address.temporary("jms.queue.parley.work"))).isFalse();
        assertThat(policy.allows(Address.temporary("activemq.management"))).isFalse();
        assertThat(policy.allows(Address.temporary("orders"))).isFalse();
        assertThat(policy.allows(Address.temporary("jms.tempqueue.x.y"))).isFalse();
    }

    @Test
    void allowsNoWildcardsOfTheBroker() {
        for (String name : new String[] {"reply.#", "reply.*", "reply.a::b", "reply.\n"}) {
            assertThat(policy.allows(Address.queue(name))).as(name).isFalse();
        }
    }

    @Test
    void neverAllowsParleysOwnQueues() {
        AddressPolicy careless = new AddressPolicy(List.of("*"));
        assertThat(careless.allows(Address.queue("parley.work"))).isFalse();
        assertThat(careless.allows(Address.queue("anything"))).isTrue();
    }

    /** Whether there is such a one, and for whom, is looked up elsewhere. */
    @Test
    void allowsWhateverAMailboxCanBeCalled() {
        assertThat(policy.allows(Address.mailbox("alice.answers-1"))).isTrue();
        assertThat(policy.allows(Address.mailbox("a/b"))).isFalse();
        assertThat(policy.allows(Address.mailbox(".."))).isFalse();
        assertThat(policy.allows(Address.mailbox("x".repeat(101)))).isFalse();
    }

    @Test
    void readsAnAddressAsItWasWritten() {
        Address address = Address.temporary("a:b");
        assertThat(Address.parse(address.toString())).contains(address);
        assertThat(Address.parse("queue:")).isEmpty();
        assertThat(Address.parse("elsewhere:x")).isEmpty();
    }
}
