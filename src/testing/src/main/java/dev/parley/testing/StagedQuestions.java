package dev.parley.testing;

import dev.parley.conversation.MessageExchangePattern;
import dev.parley.engine.run.SimulatedEngine;
import dev.parley.message.Headers;
import dev.parley.simulation.Broker;
import dev.parley.simulation.Parcel;
import dev.parley.simulation.Table;
import dev.parley.simulation.Transaction;
import dev.parley.simulation.World;
import java.time.Duration;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What operations ask in a schedule: it goes out with the commit of their transaction, and the first answer is a
 * request to the operation that takes it.
 */
final class StagedQuestions implements Providers.Way {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int LATEST = 50;

    private final World world;
    private final Broker broker;
    private final Deque<Transaction> transactions;
    private final Providers providers;
    private final StagedTopics topics;
    private final Table<String, Question> questions = new Table<>("question");
    private final Set<String> answered = new HashSet<>();

    StagedQuestions(StagedWorld staged, Providers providers, StagedTopics topics) {
        this.world = staged.world();
        this.broker = staged.broker();
        this.transactions = staged.transactions();
        this.providers = providers;
        this.topics = topics;
        questions.observe((before, question) -> world.after(0, () -> goOut(question)));
    }

    @Override
    public boolean isOpen() {
        return !transactions.isEmpty();
    }

    @Override
    public void take(Question question) {
        if (question.event()) {
            topics.publish(question);
        } else if (isOpen()) {
            transactions.element().database().insert(questions, world.name("question-"), question);
        } else {
            world.after(0, () -> goOut(question));
        }
    }

    private void goOut(Question question) {
        world.trace("a provider of %s is asked %s", question.operation(), question.body());
        if (!providers.wentOut(question) || question.continuation() == null) {
            return;
        }
        providers.answers(question.operation()).forEach(said -> answer(question, said));
        Duration deadline = Objects.requireNonNullElse(question.terms().deadline(), PATIENCE);
        answer(question, Answers.expired(question, deadline));
    }

    private void answer(Question question, Said said) {
        world.after(said.after().toMillis() + world.millis(0, LATEST), () -> {
            if (answered.add(question.messageId())) {
                world.trace("%s is answered %s", question.operation(), said);
                broker.put(SimulatedEngine.requests(), parcel(question, said));
            }
        });
    }

    private Parcel parcel(Question question, Said said) {
        String messageId = question.messageId() + ".Answer";
        return new Parcel(
                world.name("ID:" + messageId + "-"),
                question.continuation(),
                question.correlationId(),
                null,
                Map.of(Headers.MESSAGE_ID, messageId, Headers.EXCHANGE, MessageExchangePattern.IN_ONLY.label()),
                null,
                question.answer(said));
    }
}
