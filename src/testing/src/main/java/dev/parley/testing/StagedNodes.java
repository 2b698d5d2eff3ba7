package dev.parley.testing;

import dev.parley.conversation.ConversationPattern;
import dev.parley.conversation.Patterns;
import dev.parley.engine.config.Delivery;
import dev.parley.engine.run.Defect;
import dev.parley.engine.run.PatternEngine;
import dev.parley.engine.run.SimulatedEngine;
import dev.parley.exchange.ExchangePattern;
import dev.parley.gathering.GatheringPattern;
import dev.parley.gathering.engine.GatheringEngine;
import dev.parley.process.ProcessLimits;
import dev.parley.process.ProcessPattern;
import dev.parley.process.definition.DefinitionLimits;
import dev.parley.process.engine.MessageEngine;
import dev.parley.process.engine.OffersIn;
import dev.parley.process.engine.ProcessEngine;
import dev.parley.process.message.MessagePattern;
import dev.parley.process.rule.ProcessSettings;
import dev.parley.topic.PublishPattern;
import dev.parley.turn.TurnPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Nodes with Parley's own rules and batches, which serve what a test has given them. */
final class StagedNodes {

    /** Each step in a transaction of its own: one that fails has none before it called again. */
    private static final ProcessLimits ONE_BY_ONE = new ProcessLimits(
            DefinitionLimits.DEFAULT,
            new ProcessSettings(
                    ProcessSettings.DEFAULT.maxData(),
                    ProcessSettings.DEFAULT.maxSteps(),
                    ProcessSettings.DEFAULT.backoff(),
                    ProcessSettings.DEFAULT.longestBackoff(),
                    0));

    private final List<SimulatedEngine> engines;
    private final StagedOperations operations;

    StagedNodes(StagedWorld staged, StagedOperations operations, StagedTopics topics, Delivery delivery, int nodes) {
        this.operations = operations;
        topics.deliverTo(operations.methods().subscriptions());
        ProcessLimits limits = staged.world().isCalm() ? ONE_BY_ONE : ProcessLimits.DEFAULT;
        Patterns patterns = patterns(operations, limits);
        engines = IntStream.range(0, nodes)
                .mapToObj(node -> new SimulatedEngine(
                        staged.world(),
                        staged.broker(),
                        staged.tables(),
                        patterns,
                        operations.methods(),
                        operations,
                        staged.transactions(),
                        Defect.NONE,
                        delivery,
                        parts(staged, operations, topics, limits)))
                .toList();
        engines.forEach(operations.slips()::travelOn);
    }

    private static List<PatternEngine> parts(
            StagedWorld staged, StagedOperations operations, StagedTopics topics, ProcessLimits limits) {
        List<PatternEngine> parts = new ArrayList<>(operations.slips().parts());
        parts.add(new ProcessEngine(limits));
        parts.add(new MessageEngine(operations.processes(), new StagedKeys(staged), limits));
        parts.add(new GatheringEngine(topics));
        parts.add(topics);
        return parts;
    }

    private static Patterns patterns(StagedOperations operations, ProcessLimits limits) {
        List<ConversationPattern<?>> patterns =
                new ArrayList<>(operations.slips().patterns());
        patterns.add(new ExchangePattern());
        patterns.add(new TurnPattern(SimulatedEngine.limits()));
        patterns.add(new ProcessPattern(
                operations.processes(),
                new OffersIn(operations),
                limits,
                operations.processes().code()));
        patterns.add(new MessagePattern(limits));
        patterns.add(new GatheringPattern());
        patterns.add(new PublishPattern());
        return new Patterns(patterns);
    }

    StagedOperations operations() {
        return operations;
    }

    void start() {
        engines.forEach(SimulatedEngine::start);
    }

    void cancel(String conversationId, String by) {
        engines.get(0).cancel(conversationId, by);
    }
}
