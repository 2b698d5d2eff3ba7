package dev.parley.slip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Decision;
import dev.parley.conversation.Event;
import dev.parley.conversation.Status;
import dev.parley.message.Refusal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SlipPatternTest {

    private final SlipPattern pattern = new SlipPattern(SlipLimits.DEFAULT, Given.OFFERS);
    private final SlipPolicy policy = new SlipPolicy(SlipLimits.DEFAULT, Given.OFFERS);

    /** After its only step, which "unstamp" undoes. */
    private final Conversation succeeded = came(
            pattern.begin(new Begun(Given.slip("[{'operation':'stamp'}]")), Given.NOW)
                    .conversation(),
            new SlipEvent.Replied(Given.json("{'number':7}")));

    @Test
    void allWhoWantItUndoneAreToldWhenItIs() {
        Conversation back = decide(succeeded, new Recalled("first")).conversation();
        Decision second = decide(back, new Recalled("second"));
        assertThat(second.effects()).as("it goes back already").isEmpty();

        Conversation whileItWaits = stored(second.conversation());
        SlipDecision undone = policy.decide(slip(whileItWaits), new SlipEvent.Replied(Given.json("{}")), Given.NOW);
        Decision end = decide(whileItWaits, new Came(undone));

        assertThat(end.conversation().status()).isEqualTo(Status.COMPENSATED);
        assertThat(end.effects()).contains(new TellUndone("first", true, null), new TellUndone("second", true, null));
    }

    @Test
    void whatIsUndoneAlreadyHasNothingLeftToUndo() {
        Conversation back = decide(succeeded, new Recalled("first")).conversation();
        Conversation ended = came(back, new SlipEvent.Replied(Given.json("{}")));

        assertThat(decide(ended, new Recalled("second")).effects())
                .containsExactly(new TellUndone("second", false, null));
    }

    /** Otherwise the second of two people would write off what neither of them has looked at. */
    @Test
    void aCommandToWhatWasSeenBeforeIsRefused() {
        Conversation back = decide(succeeded, new Recalled("first")).conversation();
        Conversation stuck = came(back, new SlipEvent.Failed(Given.json("{'type':'urn:parley:fault:lasts'}")));
        assertThat(stuck.status()).isEqualTo(Status.STUCK);
        String etag = "\"" + stuck.version() + "\"";

        assertThatThrownBy(() -> decide(stuck, skip("\"99\"")))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem().name()).isEqualTo("precondition-failed"));
        for (String seen : new String[] {etag, "*", ""}) {
            assertThat(decide(stuck, skip(seen)).conversation().status())
                    .as(seen)
                    .isEqualTo(Status.COMPENSATED);
        }
    }

    /** Its message was removed from the queue, say, or the key that signed it was taken away too early. */
    @Test
    void whatDoesNotComeBackIsLeftToAPersonWhenNobodyReadsItAnyMore() {
        Conversation travels = stored(decide(
                        pattern.begin(new Begun(Given.slip("[{'operation':'stamp'}]")), Given.NOW)
                                .conversation(),
                        new Came(new SlipDecision(
                                Given.slip("[{'operation':'stamp'}]"), new SlipDecision.Next.Forward())))
                .conversation());
        Instant lost = Given.NOW.plus(SlipLimits.DEFAULT.readable()).plus(SlipLimits.SKEW);
        assertThat(travels.dueAt()).isEqualTo(lost);
        assertThat(due(travels, lost.minusMillis(1))).isEqualTo(Decision.nothing(travels));

        Conversation stuck = due(travels, lost).conversation();

        assertThat(stuck.status()).isEqualTo(Status.STUCK);
        assertThat(stuck.dueAt()).as("nobody waits for it any more").isAfter(lost);
        assertThat(due(travels, lost).effects())
                .hasAtLeastOneElementOfType(ParkSlip.class)
                .hasAtLeastOneElementOfType(Announce.class);
        Commanded retry = new Commanded(new SlipEvent.Retried(), "", "user:olga", "it was removed");
        assertThat(decide(stuck, retry).conversation().status()).isEqualTo(Status.RUNNING);
        assertThat(decide(stuck, skip("")).conversation().status()).isEqualTo(Status.FAULTED);
        assertThat(decide(stuck, new Recalled("first")).effects())
                .as("sent anew, it would end well, and tell nobody")
                .singleElement()
                .isInstanceOfSatisfying(
                        TellUndone.class, told -> assertThat(told.refused()).isNotNull());
    }

    private Decision due(Conversation conversation, Instant now) {
        return pattern.decide(conversation, (SlipState) conversation.patternState(), new Event.Due(), now);
    }

    private static Commanded skip(String seen) {
        return new Commanded(new SlipEvent.Skipped("user:olga"), seen, "user:olga", "it has to end");
    }

    private Conversation came(Conversation conversation, SlipEvent event) {
        return decide(conversation, new Came(policy.decide(slip(conversation), event, Given.NOW)))
                .conversation();
    }

    private Decision decide(Conversation conversation, Event event) {
        return pattern.decide(conversation, (SlipState) conversation.patternState(), event, Given.NOW);
    }

    private static Slip slip(Conversation conversation) {
        return ((SlipState) conversation.patternState()).slip();
    }

    /** The conversation as it is after it was stored. */
    private Conversation stored(Conversation conversation) {
        String stored = pattern.codec().encode((SlipState) conversation.patternState());
        return conversation.with(pattern.codec().decode(stored), Given.NOW);
    }
}
