package dev.parley.engine.run;

import static dev.parley.engine.run.Workbench.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Event;
import dev.parley.conversation.JournalEntry;
import dev.parley.conversation.Parent;
import dev.parley.conversation.Status;
import dev.parley.engine.wire.Lane;
import dev.parley.engine.wire.OperationWork;
import dev.parley.exchange.Compensations;
import dev.parley.exchange.engine.ExchangeEngine;
import dev.parley.message.Direction;
import dev.parley.message.MessageKind;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The operation that undoes an exchange is asked in one of its own. Here the one operation that there is undoes itself.
 */
class WhatHasSucceededIsUndoneTest {

    private static final Event WISH = new Event.Cancelled("user:olga", "ordered twice", false);

    private Callable<String> script = () -> "{\"id\":7}";
    private final ScriptedOperation operation = new ScriptedOperation(() -> script.call());
    private final Workbench bench = new Workbench(operation);
    private boolean takesReply;

    @BeforeEach
    void letItUndoItself() {
        bench.parts.add(new ExchangeEngine());
        bench.compensations = new Compensations() {
            @Override
            public String of(String undone) {
                return undone;
            }

            @Override
            public boolean takesReply(String compensation) {
                return takesReply;
            }
        };
        bench.receive(request("m1", "{\"a\":1}", false));
        bench.work("c1", Lane.SHARED);
        assertThat(asked().status()).isEqualTo(Status.SUCCEEDED);
    }

    private Conversation asked() {
        return bench.store.conversations.get("c1");
    }

    private List<Conversation> undoing() {
        return bench.store.conversations.values().stream()
                .filter(c -> Parent.at(c.replyTo()) != null)
                .toList();
    }

    private String requested(Conversation undoing) {
        return bench.store.journal.stream()
                .filter(e -> e.conversationId().equals(undoing.id()) && e.direction() == Direction.IN)
                .map(JournalEntry::body)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void withWhatWasAskedAndWhatWasReplied() {
        assertThat(bench.intervene("c1", WISH)).isTrue();
        assertThat(asked().status()).isEqualTo(Status.COMPENSATING);
        Conversation undoing = undoing().get(0);
        assertThat(requested(undoing)).isEqualTo("{\"request\":{\"a\":1},\"reply\":{\"id\":7},\"outcome\":\"done\"}");

        int sent = bench.gateway.sent.size();
        bench.work(undoing.id(), Lane.SHARED);

        assertThat(asked().status()).isEqualTo(Status.COMPENSATED);
        assertThat(bench.gateway.sent).as("nobody is told again").hasSize(sent);
        assertThat(bench.store.journal)
                .filteredOn(e -> e.conversationId().equals("c1"))
                .extracting(JournalEntry::kind)
                .containsExactly(
                        MessageKind.REQUEST,
                        MessageKind.REPLY,
                        MessageKind.NOTICE,
                        MessageKind.REQUEST,
                        MessageKind.REPLY);
        assertThat(bench.intervene("c1", WISH)).as("once and for all").isFalse();
    }

    @Test
    void withTheReplyAloneIfItTakesThat() {
        takesReply = true;
        bench.intervene("c1", WISH);
        assertThat(requested(undoing().get(0))).isEqualTo("{\"id\":7}");
    }

    /** A message that brings the work again, as a broker may, does not have it done again. */
    @Test
    void workThatComesAgainIsNone() {
        bench.intervene("c1", WISH);
        int calls = operation.calls.size();
        bench.work(new OperationWork("c1", "place-order", null), Lane.SHARED);
        assertThat(operation.calls).hasSize(calls);
        assertThat(asked().status()).isEqualTo(Status.COMPENSATING);
    }

    @Test
    void aRepeatedRequestIsAnsweredAsBefore() {
        bench.intervene("c1", WISH);
        bench.work(undoing().get(0).id(), Lane.SHARED);
        int sent = bench.gateway.sent.size();
        bench.receive(request("m1", "{\"a\":1}", false));
        assertThat(bench.gateway.sent).hasSize(sent + 1).last().satisfies(m -> assertThat(m.body())
                .isEqualTo("{\"id\":7}"));
    }
}
