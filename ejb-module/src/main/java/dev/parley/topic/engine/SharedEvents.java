package dev.parley.topic.engine;

import dev.parley.engine.commit.GroupCommit;
import dev.parley.engine.commit.LockedRequests;
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
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** Events that are published over HTTP, in transactions that concurrent publishers share. */
@ApplicationScoped
class SharedEvents implements Events {

    @Resource
    ManagedExecutorService executor;

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Inject
    Publisher publisher;

    @Inject
    Settings settings;

    private LockedRequests<Publication, Result<Published>> commits;

    @PostConstruct
    void prepare() {
        GroupCommit.Limits limits = GroupCommit.Limits.of(settings);
        var together = commits(limits);
        var oneByOne = commits(limits.oneByOne());
        commits = new LockedRequests<>(together::submit, oneByOne::submit, result -> false, scheduler);
    }

    private GroupCommit<Publication, Result<Published>> commits(GroupCommit.Limits limits) {
        return new GroupCommit<>(publisher::shared, executor, executor, limits, event -> Duration.ZERO);
    }

    @Override
    public CompletionStage<Published> publish(String topic, EventDraft event, AnswersWanted wanted, Caller caller) {
        return commits.submit(new Publication(topic, event, Participant.of(caller), caller, true, 0, wanted))
                .thenApply(Result::orThrow);
    }
}
