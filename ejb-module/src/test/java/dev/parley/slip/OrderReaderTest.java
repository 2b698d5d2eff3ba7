package dev.parley.slip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.message.Refusal;
import dev.parley.message.Violation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderReaderTest {

    @Test
    void anOrderIsRead() {
        SlipOrder order = Given.order("{'itinerary':[{'operation':'check','arguments':{'d':{'$':'/variables/doc'}},"
                + "'timeout':'PT5S','as':'checked','mayRevise':true},{'operation':'stamp'}],"
                + "'variables':{'doc':'d-1'},'kept':true,'deadline':'PT10M',"
                + "'events':{'to':'queue:reply.alice','on':['completed']}}");

        assertThat(order.itinerary()).hasSize(2);
        SlipStep check = order.itinerary().get(0);
        assertThat(check.operation()).isEqualTo("check");
        assertThat(check.timeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(check.as()).isEqualTo("checked");
        assertThat(check.mayRevise()).isTrue();
        assertThat(check.compensation()).isNull();
        assertThat(order.itinerary().get(1).compensation())
                .as("that of the directory")
                .isEqualTo("unstamp");
        assertThat(order.kept()).isTrue();
        assertThat(order.deadline()).isEqualTo(Duration.ofMinutes(10));
        assertThat(order.events()).isNotNull();
        assertThat(order.events().on()).containsExactly(SlipEvents.On.COMPLETED);
    }

    @Test
    void eachMistakeIsToldByItsPointer() {
        assertThat(wrong("{'itinerary':[{'operation':'nobody','compensation':'none','x':1},7,"
                        + "{'arguments':{'a':[{'$':'/steps/b'},{'$':'/variables/a','b':1}]},'timeout':'5 s'}],"
                        + "'variables':[],'kept':1,'events':{'to':'operation:stamp','on':[]},'deadline':'P900D'}"))
                .extracting(Violation::field)
                .containsExactlyInAnyOrder(
                        "/itinerary/0/operation",
                        "/itinerary/0/compensation",
                        "/itinerary/0/x",
                        "/itinerary/1",
                        "/itinerary/2/operation",
                        "/itinerary/2/arguments/a/0/$",
                        "/itinerary/2/arguments/a/1/$",
                        "/itinerary/2/timeout",
                        "/variables",
                        "/kept",
                        "/events/to",
                        "/events/on",
                        "/deadline");
    }

    @Test
    void aRouteHasAtLeastOneStepAndAtMost64() {
        assertThat(wrong("{}")).extracting(Violation::field).containsExactly("/itinerary");
        assertThat(wrong("{'itinerary':[]}")).extracting(Violation::field).containsExactly("/itinerary");
        assertThat(Given.order("{'itinerary':[" + "{'operation':'check'},".repeat(63) + "{'operation':'check'}]}")
                        .itinerary())
                .hasSize(64);
        assertThat(wrong("{'itinerary':[" + "{'operation':'check'},".repeat(64) + "{'operation':'check'}]}"))
                .extracting(Violation::field)
                .containsExactly("/itinerary");
    }

    /** It would be found out only when it is needed. */
    @Test
    void aCompensationOfTheDirectoryThatIsNotServedIsRefused() {
        assertThat(wrong("{'itinerary':[{'operation':'stamp'},{'operation':'orphan'}]}"))
                .extracting(Violation::field)
                .containsExactly("/itinerary/1/operation");
        assertThat(Given.order("{'itinerary':[{'operation':'orphan','compensation':'recall'}]}")
                        .itinerary())
                .hasSize(1);
    }

    @Test
    void whoIsAnsweredIsNotToldOfEventsBesides() {
        OrderReader asked = new OrderReader(SlipLimits.DEFAULT, Given.OFFERS);
        String order = "{\"itinerary\":[{\"operation\":\"check\"}]";

        assertThat(asked.readAsked(order + "}").itinerary()).hasSize(1);
        Refusal refusal = catchThrowableOfType(
                Refusal.class, () -> asked.readAsked(order + ",\"events\":{\"to\":\"queue:reply.alice\"}}"));
        assertThat(refusal.problem().violations()).extracting(Violation::field).containsExactly("/events");
        Refusal large = catchThrowableOfType(Refusal.class, () -> asked.readAsked(order + " ".repeat(300_000) + "}"));
        assertThat(large.problem().name()).isEqualTo("slip-too-large");
    }

    @Test
    void aNumberThatCannotBeSignedIsRefused() {
        assertThat(wrong("{'itinerary':[{'operation':'check'}],'variables':{'id':12345678901234567890}}"))
                .extracting(Violation::field)
                .containsExactly("/variables/id");
    }

    private static List<Violation> wrong(String order) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> Given.order(order));
        assertThat(refusal.problem().name()).isEqualTo("body-invalid");
        return refusal.problem().violations();
    }
}
