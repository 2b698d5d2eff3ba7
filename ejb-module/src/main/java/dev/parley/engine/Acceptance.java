package dev.parley.engine;

import dev.parley.conversation.ConversationView;
import dev.parley.conversation.Refusal;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Accepts checked requests durably, many with one commit. */
@ApplicationScoped
public class Acceptance {

    @Resource
    ManagedExecutorService executor;

    @Inject
    Units units;

    @Inject
    Queues queues;

    @Inject
    Transactions transactions;

    @Inject
    Settings settings;

    private GroupCommit<Intake, Receipt> commits;

    @PostConstruct
    void prepare() {
        commits = new GroupCommit<>(
                this::commit, executor, settings.committers(), settings.batchSize(), settings.pendingRequests());
    }

    /** A new id. */
    public String newId() {
        return Ids.next();
    }

    /** Now, as precise as it is on the wire. */
    public Instant now() {
        return units.now();
    }

    /**
     * Accepts a request. The stage completes after the commit, or with a {@link Refusal}, or with why nothing could be committed.
     */
    public CompletionStage<ConversationView> accept(CheckedRequest request) {
        Parking nowhere = reason -> {
            // whoever sent it over HTTP is told in the answer
        };
        return commits.submit(new Intake(request, Ids.next(), false, false, null, nowhere))
                .thenApply(Acceptance::view);
    }

    private List<Receipt> commit(List<Intake> intakes) {
        return transactions.inNew(() -> {
            try (Gateway gateway = queues.open()) {
                return new RequestBatch(units.unit(gateway)).handle(intakes);
            }
        });
    }

    private static ConversationView view(Receipt receipt) {
        if (receipt.view() == null) {
            throw new Refusal(java.util.Objects.requireNonNull(receipt.problem()));
        }
        return receipt.view();
    }
}
