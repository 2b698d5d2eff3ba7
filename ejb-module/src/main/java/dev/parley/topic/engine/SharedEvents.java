package dev.parley.topic.engine;

import dev.parley.engine.commit.GroupCommit;
import dev.parley.engine.commit.Result;
import dev.parley.engine.config.Settings;
import dev.parley.message.Caller;
import dev.parley.message.Participant;
import dev.parley.topic.event.AnswersWanted;
import dev.parley.topic.event.EventDraft;
import dev.parley.topic.event.Events;
import dev.parley.topic.event.Published;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** Events that are published over HTTP, in transactions that concurrent publishers share. */
@ApplicationScoped
class SharedEvents implements Events {

    @Resource
    ManagedExecutorService executor;

    @Inject
    Publisher publisher;

    @Inject
    Settings settings;

    private GroupCommit<Publication, Result<Published>> commits;

    @PostConstruct
    void prepare() {
        commits = new GroupCommit<>(
                publisher::inNew, executor, executor, GroupCommit.Limits.of(settings), event -> Duration.ZERO);
    }

    @Override
    public CompletionStage<Published> publish(String topic, EventDraft event, AnswersWanted wanted, Caller caller) {
        return commits.submit(new Publication(topic, event, Participant.of(caller), caller, true, 0, wanted))
                .thenApply(Result::orThrow);
    }
}
