package dev.parley.testing;

import dev.parley.engine.config.Delivery;
import dev.parley.simulation.Scenario;
import dev.parley.simulation.Violation;
import dev.parley.simulation.World;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** One to three nodes, and what a test has set the stage with. */
final class StagedScenario implements Scenario {

    private final StagedNodes nodes;
    private final StagedRequester requester;
    private final Stage stage;

    StagedScenario(World world, Consumer<Stage> setting) {
        StagedWorld staged = StagedWorld.of(world);
        requester = new StagedRequester(staged);
        Providers providers = new Providers();
        StagedTopics topics = new StagedTopics(staged, providers);
        providers.goBy(new StagedQuestions(staged, providers, topics));
        stage = new Stage(staged, requester, providers);
        setting.accept(stage);
        Delivery delivery = world.any(List.of(Delivery.values()));
        nodes = new StagedNodes(staged, stage.operations(), topics, delivery, 1 + world.random(3));
    }

    @Override
    public void begin() {
        nodes.start();
    }

    @Override
    public Duration length() {
        return stage.length();
    }

    @Override
    public List<Violation> judge() {
        requester.judge();
        List<Violation> broken = stage.broken();
        String unanswered = requester.unanswered();
        if (!unanswered.isEmpty()) {
            broken.add(new Violation("each request is answered", unanswered));
        }
        return broken;
    }
}
