package dev.parley.engine.run;

import static dev.parley.engine.run.Workbench.named;
import static dev.parley.engine.run.Workbench.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.Fault;
import dev.parley.conversation.JournalEntry;
import dev.parley.conversation.MessageExchangePattern;
import dev.parley.conversation.Status;
import dev.parley.engine.call.DeadlineMissed;
import dev.parley.engine.call.OperationFailed;
import dev.parley.engine.wire.Lane;
import dev.parley.message.MessageKind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestBatchTest {

    private final ScriptedOperation operation = new ScriptedOperation(() -> "{\"ok\":true}");
    private final Workbench bench = new Workbench(operation).knowing();

    @Test
    void runsAndAnswersInOneTransactionWhatIsQuick() {
        bench.receive(request("m1", "{}", false));
        assertThat(operation.calls).hasSize(1);
        assertThat(bench.gateway.kinds()).containsExactly(MessageKind.REPLY);
        assertThat(bench.store.status("c1")).isEqualTo(Status.SUCCEEDED);
        assertThat(bench.store.journal).extracting(JournalEntry::sequence).containsExactly(1, 2);
    }

    /** The same in the journal and over every protocol: UTF-8 cannot write the half. */
    @Test
    void repliesWithWholeCharacters() {
        Workbench torn = new Workbench(new ScriptedOperation(() -> "{\"cut\":\"\ud83d\"}")).knowing();
        torn.receive(request("m1", "{}", false));
        assertThat(torn.gateway.sent.get(0).body()).isEqualTo("{\"cut\":\"\ufffd\"}");
        assertThat(torn.store.journal.get(1).body()).isEqualTo("{\"cut\":\"\ufffd\"}");
    }

    @Test
    void saysHowARequestWasAcceptedEvenIfItHasEndedSince() {
        Receipt receipt = bench.receive(request("m1", "{}", false)).get(0);
        assertThat(receipt.view().conversation().status()).isEqualTo(Status.ACCEPTED);
        assertThat(receipt.view().reply()).isNull();
        assertThat(bench.store.status("c1")).isEqualTo(Status.SUCCEEDED);
    }

    @Test
    void acknowledgesAndQueuesWhatIsToBeAcknowledged() {
        bench.receive(request("m1", "{}", true));
        assertThat(operation.calls).isEmpty();
        assertThat(bench.gateway.kinds()).containsExactly(MessageKind.ACK);
        assertThat(bench.gateway.queued).singleElement().satisfies(q -> assertThat(q.lane())
                .isEqualTo(Lane.SHARED));
    }

    @Test
    void runsOnceWhatComesTwiceInOneBatch() {
        bench.receive(request("m1", "{}", false), request("m1", "{}", false), request("m2", "{}", false));
        assertThat(operation.calls).hasSize(2);
        assertThat(bench.gateway.kinds()).containsExactly(MessageKind.REPLY, MessageKind.REPLY, MessageKind.REPLY);
        assertThat(bench.store.conversations).hasSize(2);
    }

    @Test
    void putsAsideWhatSomebodyElseIsEntering() {
        bench.store.entering.add("m2");
        List<PendingRequest> intakes = List.of(
                bench.intake(request("m1", "{}", false), false),
                bench.intake(request("m2", "{}", false), false),
                bench.intake(request("m3", "{}", false), false));

        List<Receipt> receipts = RequestBatch.withoutWaiting(bench.unit()).handle(intakes);

        assertThat(receipts).extracting(Receipt::isLocked).containsExactly(false, true, false);
        assertThat(operation.calls).hasSize(2);
        assertThat(bench.store.conversations).hasSize(2);
    }

    @Test
    void answersAgainWhatComesTwiceLater() {
        bench.receive(request("m1", "{}", true));
        bench.work("c1", Lane.SHARED);
        bench.gateway.sent.clear();
        Receipt receipt = bench.receive(request("m1", "{}", true)).get(0);
        assertThat(operation.calls).hasSize(1);
        assertThat(bench.gateway.kinds()).containsExactly(MessageKind.ACK, MessageKind.REPLY);
        assertThat(receipt.view().reply()).isEqualTo("{\"ok\":true}");
        assertThat(bench.store.journal).hasSize(3);
    }

    @Test
    void refusesAnotherRequestUnderTheSameId() {
        bench.receive(request("m1", "{}", false));
        Receipt receipt = bench.receive(request("m1", "{\"other\":1}", false)).get(0);
        assertThat(receipt.problem().name()).isEqualTo("message-id-reused");
        assertThat(operation.calls).hasSize(1);
    }

    @Test
    void answersAgainTheSameJsonInAnotherForm() {
        bench.receive(request("m1", "{\"item\":\"tea\",\"quantity\":2.0}", false));
        Receipt receipt = bench.receive(request("m1", "{ \"quantity\": 2,\n \"item\": \"tea\" }", false))
                .get(0);
        assertThat(receipt.problem()).isNull();
        assertThat(bench.gateway.kinds()).containsExactly(MessageKind.REPLY, MessageKind.REPLY);
        assertThat(operation.calls).hasSize(1);
    }

    @Test
    void refusesTheSameBodyOfAnotherExchange() {
        bench.receive(request("m1", "{\"a\":1}", false));
        var other = request("m1", "{ \"a\":1}", false, null, MessageExchangePattern.IN_OPTIONAL_OUT);
        assertThat(bench.receive(other).get(0).problem().name()).isEqualTo("message-id-reused");
    }

    @Test
    void queuesAloneWhatWasRolledBackBefore() {
        bench.receiveAgainAfterRollback(request("m1", "{}", false));
        assertThat(operation.calls).isEmpty();
        assertThat(bench.gateway.queued).singleElement().satisfies(q -> assertThat(q.lane())
                .isEqualTo(Lane.ISOLATED));
    }

    @Test
    void refusesANameThatIsTakenAlsoWithinTheBatch() {
        List<Receipt> receipts =
                bench.receive(named("m1", "{}", false, "order-1"), named("m2", "{}", false, "order-1"));
        assertThat(receipts.get(0).view()).isNotNull();
        assertThat(receipts.get(1).problem().name()).isEqualTo("conversation-id-taken");
        assertThat(bench.receive(named("m3", "{}", false, "order-1"))
                        .get(0)
                        .problem()
                        .name())
                .isEqualTo("conversation-id-taken");
        assertThat(bench.receive(named("m1", "{}", false, "order-1")).get(0).view())
                .isNotNull();
        assertThat(operation.calls).hasSize(1);
        assertThat(bench.store.inbox).hasSize(1);
    }

    @Test
    void rollsBackWhatComesBackAfterItsDeadline() {
        Workbench slow = late();
        assertThatThrownBy(() -> slow.receive(request("m1", "{}", false))).isInstanceOf(DeadlineMissed.class);
    }

    private static Workbench late() {
        Workbench[] holder = new Workbench[1];
        holder[0] = new Workbench(new ScriptedOperation(() -> {
                    holder[0].pass(Duration.ofSeconds(61));
                    return "{}";
                }))
                .knowing();
        return holder[0];
    }

    @Test
    void rollsBackWhatThrowsOrDoomsTheTransaction() {
        Workbench failing = new Workbench(new ScriptedOperation(() -> {
                    throw new IllegalStateException("no");
                }))
                .knowing();
        assertThatThrownBy(() -> failing.receive(request("m1", "{}", false))).isInstanceOf(OperationFailed.class);
        bench.doomed = true;
        assertThatThrownBy(() -> bench.receive(request("m1", "{}", false))).isInstanceOf(OperationFailed.class);
    }

    @Test
    void answersWithTheFaultAnOperationDeclares() {
        Workbench faulting = new Workbench(new ScriptedOperation(() -> {
                    throw new Fault("out-of-stock", "none left");
                }))
                .knowing();
        faulting.receive(request("m1", "{}", false));
        assertThat(faulting.gateway.kinds()).containsExactly(MessageKind.FAULT);
        assertThat(faulting.store.status("c1")).isEqualTo(Status.FAULTED);
    }

    @Test
    void runsNothingOfWhatCameTooLate() {
        bench.pass(Duration.ofSeconds(60));
        bench.receive(request("m1", "{}", false));
        assertThat(operation.calls).isEmpty();
        assertThat(bench.store.status("c1")).isEqualTo(Status.EXPIRED);
        assertThat(bench.gateway.kinds()).containsExactly(MessageKind.FAULT);
    }
}
