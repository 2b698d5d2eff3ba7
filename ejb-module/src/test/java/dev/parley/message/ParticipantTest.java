package dev.parley.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ParticipantTest {

    @Test
    void isFoundAgainByItsName() {
        assertThat(Participant.of(new Caller("alice", true))).isEqualTo("user:alice");
        assertThat(Participant.caller("user:alice")).contains(new Caller("alice", false));
    }

    @Test
    void isNobodyByAnAddress() {
        assertThat(Participant.sender(null, Address.queue("user:alice"))).isEqualTo("queue:user:alice");
        assertThat(Participant.caller("queue:user:alice")).isEmpty();
        assertThat(Participant.caller(Participant.ANONYMOUS)).isEmpty();
    }
}
