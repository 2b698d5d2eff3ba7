package dev.parley.slip;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.Status;
import dev.parley.slip.LogEntry.Act;
import dev.parley.slip.SlipDecision.Next;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SlipPolicyTest {

    private static final String ROUTE =
            "[{'operation':'stamp','arguments':{'d':{'$':'/variables/doc'}},'as':'stamped'},"
                    + "{'operation':'check'},{'operation':'archive','compensation':'recall'}]";
    private static final JsonNode REPLY = Given.json("{'number':7}");
    private static final JsonNode FAULT = Given.json("{'type':'urn:parley:fault:full','detail':'no room'}");

    private final SlipPolicy policy = new SlipPolicy(SlipLimits.DEFAULT, Given.OFFERS);

    @Test
    void eachStepIsAskedWithWhatItPointsAt() {
        SlipDecision arrived = decide(Given.slip(ROUTE, "{'doc':'d-1'}"), new SlipEvent.Arrived());

        assertThat(arrived.next()).isEqualTo(new Next.Ask("stamp", "{\"d\":\"d-1\"}", Given.LATE));
    }

    @Test
    void aStepOfItsOwnTimeIsAskedForThat() {
        Slip slip = Given.slip("[{'operation':'check','timeout':'PT5S'}]");

        assertThat(decide(slip, new SlipEvent.Arrived()).next())
                .isEqualTo(new Next.Ask("check", "{}", Given.NOW.plusSeconds(5)));
    }

    @Test
    void itGoesForthToItsEnd() {
        SlipDecision first = decide(Given.slip(ROUTE, "{'doc':'d-1'}"), new SlipEvent.Replied(REPLY));
        assertThat(first.next()).isEqualTo(new Next.Forward());
        assertThat(first.slip().place()).isEqualTo(Place.forth(1));
        assertThat(first.slip().variables()).isEqualTo(Given.json("{'doc':'d-1','stamped':{'number':7}}"));

        SlipDecision second = decide(first.slip(), new SlipEvent.Replied(REPLY));
        SlipDecision third = decide(second.slip(), new SlipEvent.Replied(REPLY));
        assertThat(third.next()).isEqualTo(new Next.End(Status.SUCCEEDED));
        assertThat(third.slip().log()).extracting(LogEntry::operation).containsExactly("stamp", "check", "archive");
        assertThat(third.slip().isLogWhole()).isTrue();
    }

    @Test
    void aStepSetsVariablesAndMayEndTheSlip() {
        SlipDecision decision = decide(
                Given.slip(ROUTE, "{'doc':'d-1'}"),
                new SlipEvent.Replied(Given.json("{'reply':{'n':1},'variables':{'doc':'d-2'},'terminate':true}")));

        assertThat(decision.next()).isEqualTo(new Next.End(Status.SUCCEEDED));
        assertThat(decision.slip().variables()).isEqualTo(Given.json("{'doc':'d-2','stamped':{'n':1}}"));
    }

    /** An operation that knows nothing of slips may have members that are called so. */
    @Test
    void aReplyWithSomethingElseInItIsJustAReply() {
        SlipDecision decision = decide(
                Given.slip(ROUTE, "{'doc':'d-1'}"), new SlipEvent.Replied(Given.json("{'terminate':true,'number':7}")));

        assertThat(decision.next()).isEqualTo(new Next.Forward());
    }

    @Test
    void aVariableThatIsNotThereTurnsIt() {
        SlipDecision decision = decide(Given.slip(ROUTE), new SlipEvent.Arrived());

        assertThat(decision.next()).isEqualTo(new Next.End(Status.FAULTED));
        assertThat(decision.slip().fault().path("type").asText()).endsWith("slip-variable-missing");
    }

    /** What takes an {@code Undo} is told what was asked, too, and how it came out. */
    @Test
    void aMethodIsToldAllThatIsKnownIfItWantsThat() {
        Slip slip = Given.slip(
                "[{'operation':'check','arguments':{'n':1},'compensation':'unpack'},{'operation':'archive'}]");
        Slip second = decide(slip, new SlipEvent.Replied(REPLY)).slip();
        Slip back = decide(second, new SlipEvent.Failed(FAULT)).slip();

        Next.Ask asked = (Next.Ask) decide(back, new SlipEvent.Arrived()).next();

        assertThat(asked.operation()).isEqualTo("unpack");
        assertThat(Given.json(asked.body()))
                .isEqualTo(Given.json("{'request':{'n':1},'reply':{'number':7},'outcome':'done'}"));
    }

    @Test
    void aFaultTurnsItAndItGoesBackOverWhatIsUndone() {
        SlipDecision turned = decide(atThird(), new SlipEvent.Failed(FAULT));
        assertThat(turned.next()).isEqualTo(new Next.Forward());
        assertThat(turned.slip().place()).as("check has no compensation").isEqualTo(Place.back(0));

        SlipDecision asked = decide(turned.slip(), new SlipEvent.Arrived());
        assertThat(asked.next())
                .as("a method takes the reply")
                .isEqualTo(
                        new Next.Ask("unstamp", "{\"number\":7}", Given.NOW.plus(SlipLimits.DEFAULT.compensation())));

        SlipDecision undone = decide(asked.slip(), new SlipEvent.Replied(Given.json("{}")));
        assertThat(undone.next()).isEqualTo(new Next.End(Status.COMPENSATED));
        assertThat(undone.slip().log()).extracting(LogEntry::act).containsExactly(Act.DONE, Act.DONE, Act.UNDONE);
        assertThat(undone.slip().fault()).isEqualTo(FAULT);
    }

    @Test
    void itGoesBackInReverse() {
        Slip slip = Given.slip(
                "[{'operation':'stamp'},{'operation':'outside','compensation':'recall'},{'operation':'check'}]");
        slip = decide(slip, new SlipEvent.Replied(REPLY)).slip();
        slip = decide(slip, new SlipEvent.Replied(REPLY)).slip();
        slip = decide(slip, new SlipEvent.Failed(FAULT)).slip();

        assertThat(slip.place()).isEqualTo(Place.back(1));
        assertThat(decide(slip, new SlipEvent.Arrived()).next())
                .as("who is outside is told everything")
                .isInstanceOfSatisfying(Next.Ask.class, ask -> assertThat(Given.json(ask.body()))
                        .isEqualTo(Given.json("{'request':{},'reply':{'number':7},'outcome':'done'}")));
        slip = decide(slip, new SlipEvent.Replied(REPLY)).slip();
        assertThat(slip.place()).isEqualTo(Place.back(0));
    }

    @Test
    void whatNobodyKnowsOfIsUndoneToo() {
        Slip slip = Given.slip("[{'operation':'outside','compensation':'recall'}]");
        SlipDecision decision =
                decide(slip, new SlipEvent.Failed(Given.json("{'type':'urn:parley:fault:provider-timeout'}")));

        assertThat(decision.slip().place()).isEqualTo(Place.back(0));
        assertThat(decide(decision.slip(), new SlipEvent.Arrived()).next())
                .isInstanceOfSatisfying(Next.Ask.class, ask -> assertThat(Given.json(ask.body()))
                        .isEqualTo(Given.json("{'request':{},'reply':null,'outcome':'unknown'}")));
    }

    @Test
    void itsTimeTurnsItAndNothingElseIsBegun() {
        Slip slip = decide(Given.slip(ROUTE, "{'doc':'d-1'}"), new SlipEvent.Replied(REPLY))
                .slip();
        SlipDecision late = policy.decide(slip, new SlipEvent.Arrived(), Given.LATE);

        assertThat(late.next()).isEqualTo(new Next.Forward());
        assertThat(late.slip().place()).isEqualTo(Place.back(0));
        assertThat(policy.decide(late.slip(), new SlipEvent.Arrived(), Given.LATE)
                        .next())
                .as("what undoes it is asked however late it is")
                .isInstanceOf(Next.Ask.class);
        assertThat(policy.decide(Given.slip(ROUTE), new SlipEvent.Arrived(), Given.LATE)
                        .next())
                .isEqualTo(new Next.End(Status.EXPIRED));
    }

    @Test
    void aCompensationThatFailsIsLeftToAPerson() {
        Slip back = decide(atThird(), new SlipEvent.Failed(FAULT)).slip();
        SlipDecision stuck = decide(back, new SlipEvent.Failed(FAULT));
        assertThat(stuck.next()).isEqualTo(new Next.Stick(FAULT));
        assertThat(stuck.slip()).isEqualTo(back);

        SlipDecision again = decide(back, new SlipEvent.Retried());
        assertThat(again.next()).isEqualTo(new Next.Forward());
        assertThat(again.slip().place().hop()).as("another hop").isEqualTo("back.0.1");

        SlipDecision skipped = decide(back, new SlipEvent.Skipped("user:op"));
        assertThat(skipped.next()).isEqualTo(new Next.End(Status.COMPENSATED));
        assertThat(skipped.slip().log().get(2))
                .satisfies(e -> assertThat(e.act()).isEqualTo(Act.WRITTEN_OFF))
                .satisfies(e -> assertThat(e.by()).isEqualTo("user:op"));
    }

    @Test
    void nothingToUndoIsUndone() {
        Slip back = decide(atThird(), new SlipEvent.Failed(FAULT)).slip();

        assertThat(decide(back, new SlipEvent.Failed(Given.json("{'type':'urn:parley:fault:nothing-to-undo'}")))
                        .next())
                .isEqualTo(new Next.End(Status.COMPENSATED));
    }

    @Test
    void whatWasLostGoingForthIsSentAnewOrGoesBack() {
        SlipDecision again = decide(atThird(), new SlipEvent.Retried());
        assertThat(again.next()).isEqualTo(new Next.Forward());
        assertThat(again.slip().place().hop()).isEqualTo("forth.2.1");

        SlipDecision back = decide(atThird(), new SlipEvent.Skipped("user:op"));
        assertThat(back.slip().place()).isEqualTo(Place.back(0));
        assertThat(back.slip().fault().path("type").asText()).endsWith("slip-lost");
    }

    @Test
    void onlyWhoMayChangesTheRoute() {
        String other = "{'itinerary':[{'operation':'archive'}]}";
        SlipDecision revised = decide(
                Given.slip("[{'operation':'check','mayRevise':true},{'operation':'stamp'}]"),
                new SlipEvent.Replied(Given.json(other)));
        assertThat(revised.slip().itinerary()).extracting(SlipStep::operation).containsExactly("check", "archive");
        assertThat(revised.next()).isEqualTo(new Next.Forward());

        SlipDecision refused = decide(
                Given.slip("[{'operation':'stamp'},{'operation':'check'}]"), new SlipEvent.Replied(Given.json(other)));
        assertThat(refused.slip().place()).as("it was done, and is undone").isEqualTo(Place.back(0));
        assertThat(refused.slip().fault().path("type").asText()).endsWith("slip-revision-refused");
        assertThat(refused.slip().itinerary()).extracting(SlipStep::operation).containsExactly("stamp", "check");
    }

    @Test
    void aRevisedRouteIsCheckedAsAnOrderIs() {
        Slip slip = Given.slip("[{'operation':'check','mayRevise':true}]");
        SlipDecision unknown =
                decide(slip, new SlipEvent.Replied(Given.json("{'itinerary':[{'operation':'nobody'}]}")));
        assertThat(unknown.next()).isEqualTo(new Next.End(Status.FAULTED));
        String many = "{'operation':'check'},".repeat(63) + "{'operation':'check'}";
        assertThat(decide(slip, new SlipEvent.Replied(Given.json("{'itinerary':[" + many + "]}")))
                        .next())
                .isEqualTo(new Next.End(Status.FAULTED));
        assertThat(decide(slip, new SlipEvent.Replied(Given.json("{'itinerary':[]}")))
                        .next())
                .isEqualTo(new Next.End(Status.SUCCEEDED));
    }

    @Test
    void whatMakesItTooLargeWasDoneAndIsUndone() {
        SlipPolicy small =
                new SlipPolicy(new SlipLimits(2000, 64, Duration.ofDays(1), Duration.ofDays(7)), Given.OFFERS);
        SlipDecision decision = small.decide(
                Given.slip(ROUTE, "{'doc':'d-1'}"),
                new SlipEvent.Replied(Given.json("'" + "x".repeat(3000) + "'")),
                Given.NOW);

        assertThat(decision.slip().place()).isEqualTo(Place.back(0));
        assertThat(decision.slip().fault().path("type").asText()).endsWith("slip-too-large");
        assertThat(decision.slip().toJson().toString()).hasSizeLessThan(3000);
    }

    /** Otherwise what undoes it would take more than a slip may have. */
    @Test
    void argumentsThatPointAtOneThingManyTimesAreNotAskedForEver() {
        String pointer = "{'$':'/variables/doc'}";
        Slip slip = Given.slip(
                "[{'operation':'stamp','arguments':[" + (pointer + ",").repeat(9) + pointer + "]}]",
                "{'doc':'" + "x".repeat(40_000) + "'}");

        SlipDecision decision = decide(slip, new SlipEvent.Arrived());

        assertThat(decision.next()).isEqualTo(new Next.End(Status.FAULTED));
        assertThat(decision.slip().fault().path("type").asText()).endsWith("slip-too-large");
        assertThat(decision.slip().log()).isEmpty();
    }

    @Test
    void whatHasEndedGoesBackIfItIsWanted() {
        Slip ended = decide(atThird(), new SlipEvent.Replied(REPLY)).slip();

        SlipDecision recalled = decide(ended, new SlipEvent.Recalled());

        assertThat(recalled.next()).isEqualTo(new Next.Forward());
        assertThat(recalled.slip().place()).isEqualTo(Place.back(2));
        assertThat(recalled.slip().fault().path("type").asText()).endsWith("slip-recalled");
        Slip nothing = decide(Given.slip("[{'operation':'check'}]"), new SlipEvent.Replied(REPLY))
                .slip();
        assertThat(decide(nothing, new SlipEvent.Recalled()).next()).isInstanceOf(Next.End.class);
    }

    /** A route has at most so many steps, however often it is changed. */
    @Test
    void aStepThatWantsItselfAgainComesToAnEnd() {
        SlipDecision decision =
                new SlipDecision(Given.slip("[{'operation':'check','mayRevise':true}]"), new Next.Forward());
        int steps = 0;
        while (decision.next() instanceof Next.Forward) {
            decision = decide(
                    decision.slip(),
                    new SlipEvent.Replied(Given.json("{'itinerary':[{'operation':'check','mayRevise':true}]}")));
            steps++;
        }

        assertThat(steps).isEqualTo(SlipLimits.DEFAULT.hops());
        assertThat(decision.next()).isEqualTo(new Next.End(Status.FAULTED));
        assertThat(decision.slip().fault().path("type").asText()).endsWith("slip-revision-refused");
    }

    @Test
    void aFaultTravelsShortened() {
        SlipDecision decision = decide(
                atThird(),
                new SlipEvent.Failed(Given.json("{'type':'urn:x:" + "x".repeat(300_000) + "','detail':'no'}")));

        assertThat(decision.slip().fault().path("type").asText()).startsWith("urn:x:xxx");
        assertThat(decision.slip().size()).isLessThan(SlipLimits.DEFAULT.maxSize());
    }

    @Test
    void aReplyThatCannotBeSignedTurnsIt() {
        SlipDecision decision = decide(
                Given.slip(ROUTE, "{'doc':'d-1'}"), new SlipEvent.Replied(Given.json("{'id':12345678901234567890}")));

        assertThat(decision.slip().place()).isEqualTo(Place.back(0));
        assertThat(new SlipText(Given.SEALS).write(decision.slip(), Given.NOW, Given.NOW.plusSeconds(60)))
                .contains("slip-number-invalid");
    }

    private Slip atThird() {
        Slip slip = decide(Given.slip(ROUTE, "{'doc':'d-1'}"), new SlipEvent.Replied(REPLY))
                .slip();
        return decide(slip, new SlipEvent.Replied(REPLY)).slip();
    }

    private SlipDecision decide(Slip slip, SlipEvent event) {
        return policy.decide(slip, event, Given.NOW);
    }
}
