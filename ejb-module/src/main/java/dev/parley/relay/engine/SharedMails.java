package dev.parley.relay.engine;

import dev.parley.engine.commit.GroupCommit;
import dev.parley.engine.commit.LockedRequests;
import dev.parley.engine.commit.Result;
import dev.parley.engine.commit.WakeupBatching;
import dev.parley.engine.config.Settings;
import dev.parley.message.Caller;
import dev.parley.message.Page;
import dev.parley.message.Participant;
import dev.parley.message.Refusal;
import dev.parley.relay.Acknowledged;
import dev.parley.relay.Answer;
import dev.parley.relay.BrowsedMail;
import dev.parley.relay.Lock;
import dev.parley.relay.MailPolicy;
import dev.parley.relay.MailRow;
import dev.parley.relay.Mails;
import dev.parley.relay.ReceivedMails;
import dev.parley.relay.Reception;
import dev.parley.relay.ReceptionPolicy;
import dev.parley.relay.Sending;
import dev.parley.relay.SendingPolicy;
import dev.parley.relay.Sent;
import dev.parley.relay.engine.table.MailTable;
import dev.parley.relay.engine.table.PlaceInLine;
import dev.parley.relay.mailbox.RelayProblems;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends and receives in transactions that concurrent callers share. Results are completed in the thread of the commit:
 * what follows must not block it.
 */
@ApplicationScoped
class SharedMails implements Mails {

    /** The time that an order is expected to keep a shared transaction for each message it is about, at most. */
    private static final Duration EACH = Duration.ofNanos(100_000);

    /** The time for about thirty messages: what a commit costs by itself is the smaller part then. */
    private static final Duration ENOUGH = Duration.ofMillis(3);

    @Resource
    ManagedExecutorService executor;

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Inject
    MailTransactions transactions;

    @Inject
    WaitingReceptions waiting;

    @Inject
    MailReplies replies;

    @Inject
    MailChanges changes;

    @Inject
    MailboxPages pages;

    @Inject
    Settings settings;

    @Inject
    RelaySettings relay;

    @Inject
    Clock clock;

    private LockedRequests<MailOrder, Result<?>> commits;
    private LockedRequests<MailReplies.Reply, Result<Sent>> replyCommits;
    private SendingPolicy sendings;

    @PostConstruct
    void prepare() {
        sendings = new SendingPolicy(
                settings.limits().maxBodySize(), settings.limits().addresses());
        GroupCommit.Limits limits =
                limits(settings, relay, transactions.dialect().commitsAtOnce());
        commits = shared(this::commit, limits, SharedMails::expected);
        replyCommits = shared(replies::commit, limits, reply -> Duration.ZERO);
    }

    /** Commits that are shared; one that is locked is tried again by itself. */
    private <T, R> LockedRequests<T, R> shared(
            Function<List<T>, List<R>> commit, GroupCommit.Limits limits, Function<T, Duration> expectation) {
        var together = new GroupCommit<>(commit, executor, WakeupBatching::together, limits, expectation);
        var oneByOne = new GroupCommit<>(commit, executor, WakeupBatching::together, limits.oneByOne(), expectation);
        return new LockedRequests<>(together::submit, oneByOne::submit, result -> false, scheduler);
    }

    /**
     * The limits of what goes on at once, and of what shares a commit.
     *
     * @param byDefault how many commits at once if nothing is configured
     */
    static GroupCommit.Limits limits(Settings settings, RelaySettings relay, int byDefault) {
        int configured = relay.committers();
        return GroupCommit.Limits.of(settings)
                .gathering(configured == 0 ? byDefault : configured, relay.gathering(), ENOUGH);
    }

    private List<Result<?>> commit(List<MailOrder> orders) {
        MailBatch.Answers result =
                transactions.alone(connection -> transactions.run(orders, transactions.sharedStore(connection)));
        changes.committed(result.changes());
        return result.outcomes();
    }

    private static Duration expected(MailOrder order) {
        if (order instanceof MailOrder.Send send) {
            return EACH.multipliedBy(send.mails().size());
        }
        return order instanceof MailOrder.Receive receive
                ? EACH.multipliedBy(
                        receive.wish().max() + receive.wish().locks().size())
                : EACH;
    }

    private <T> CompletableFuture<T> submit(Supplier<? extends MailOrder> order, Class<T> type) {
        try {
            return commits.submit(order.get()).thenApply(outcome -> outcome.as(type));
        } catch (Refusal e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public CompletableFuture<Sent> send(Sending sending) {
        return submit(
                () -> new MailOrder.Send(
                        sending.mailbox(),
                        sending.caller(),
                        Participant.of(sending.caller()),
                        sendings.check(sending),
                        sending.idempotencyKey()),
                Sent.class);
    }

    @Override
    public CompletableFuture<ReceivedMails> receive(Reception reception) {
        try {
            ReceptionPolicy.Wish wish = ReceptionPolicy.check(reception);
            MailOrder.Receive order =
                    new MailOrder.Receive(reception.mailbox(), reception.caller(), wish, reception.idempotencyKey());
            if (wish.waiting().isZero()) {
                return commits.submit(order)
                        .thenApply(outcome -> outcome.as(ReceptionOutcome.class).delivery());
            }
            return waiting.receive(order, commits::submit);
        } catch (Refusal e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public CompletableFuture<Void> acknowledge(String mailbox, String lock, Caller caller) {
        return submit(() -> new MailOrder.Acknowledge(mailbox, caller, List.of(lock)), Acknowledged.class)
                .thenAccept(outcome -> {
                    if (!outcome.lost().isEmpty()) {
                        throw new Refusal(RelayProblems.lockLost());
                    }
                });
    }

    @Override
    public CompletableFuture<Acknowledged> acknowledge(String mailbox, List<String> locks, Caller caller) {
        return submit(
                () -> {
                    ReceptionPolicy.checkLocks(locks.size());
                    return new MailOrder.Acknowledge(mailbox, caller, locks);
                },
                Acknowledged.class);
    }

    @Override
    public CompletableFuture<Lock> extend(String mailbox, String lock, String duration, Caller caller) {
        return submit(
                () -> new MailOrder.Hold(
                        mailbox, caller, token(lock), ReceptionPolicy.extension(duration), Duration.ZERO),
                Lock.class);
    }

    @Override
    public CompletableFuture<Void> giveBack(String mailbox, String lock, @Nullable String delay, Caller caller) {
        return submit(
                        () -> new MailOrder.Hold(mailbox, caller, token(lock), null, ReceptionPolicy.delay(delay)),
                        Lock.class)
                .thenAccept(given -> {});
    }

    /**
     * The token of a lock. A text that is no token is the lock of nobody: if there is such a mailbox has to be said
     * first.
     */
    private static Lock.Token token(String lock) {
        return Lock.Token.parse(lock).orElse(new Lock.Token(0, "none"));
    }

    @Override
    public CompletableFuture<Sent> reply(String mailbox, String lock, Answer answer, Caller caller) {
        try {
            var reply = new MailReplies.Reply(mailbox, caller, token(lock), sendings.check(answer), answer.fault());
            return replyCommits.submit(reply).thenApply(outcome -> outcome.orThrow());
        } catch (Refusal e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public Page<BrowsedMail> browse(String mailbox, @Nullable String after, int limit, Caller caller) {
        PlaceInLine place = MailboxPages.place(after);
        return pages.read(mailbox, caller, (box, connection) -> {
            Instant now = clock.instant();
            return Page.read(
                            limit,
                            most -> new MailTable(connection)
                                    .browse(box.id(), place.availableAt(), place.position(), most),
                            MailboxPages::cursor)
                    .map(mail -> browsed(mail, now));
        });
    }

    private static BrowsedMail browsed(MailRow mail, Instant now) {
        BrowsedMail.State state = MailPolicy.state(mail.standing(), now);
        boolean isShown = state != BrowsedMail.State.WAITING;
        return new BrowsedMail(
                mail.mail(),
                state,
                isShown ? mail.standing().availableAt() : mail.mail().sentAt());
    }
}
