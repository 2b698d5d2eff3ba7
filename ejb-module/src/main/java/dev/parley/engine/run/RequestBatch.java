package dev.parley.engine.run;

import dev.parley.Exchange;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationProblem;
import dev.parley.conversation.ConversationView;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Envelope;
import dev.parley.conversation.Event;
import dev.parley.conversation.JournalEntry;
import dev.parley.conversation.Patterns;
import dev.parley.conversation.Provision;
import dev.parley.conversation.Reading;
import dev.parley.conversation.Status;
import dev.parley.conversation.request.Problems;
import dev.parley.conversation.request.RequestReader;
import dev.parley.directory.ServedOperation;
import dev.parley.engine.call.DeadlineMissed;
import dev.parley.engine.commit.Ids;
import dev.parley.engine.journal.InboxEntry;
import dev.parley.engine.journal.InboxResult;
import dev.parley.engine.journal.Views;
import dev.parley.engine.trace.Handled;
import dev.parley.engine.trace.Lineage;
import dev.parley.engine.trace.SpanOutcome;
import dev.parley.engine.wire.Lane;
import dev.parley.engine.wire.OperationWork;
import dev.parley.message.Direction;
import dev.parley.message.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Requests that share a transaction: entered into the inbox together; those that were not seen before begin a
 * conversation, the others are answered again.
 */
public final class RequestBatch {

    private static final String REQUEST = "request";

    private final UnitOfWork unit;
    private final Function<List<InboxEntry>, List<InboxResult>> inbox;
    private final IdentityHashMap<PendingRequest, Receipt> receipts = new IdentityHashMap<>();
    private final IdentityHashMap<PendingRequest, PatternEngine> takenBy = new IdentityHashMap<>();

    /**
     * A conversation that has begun.
     *
     * @param stored as it stands
     * @param accepted how it was accepted, also if it has ended since
     */
    private record Begun(Conversation stored, Conversation accepted) {}

    /** A batch that waits for whoever is entering one of its requests, too. */
    RequestBatch(UnitOfWork unit) {
        this(unit, unit.store()::register);
    }

    private RequestBatch(UnitOfWork unit, Function<List<InboxEntry>, List<InboxResult>> inbox) {
        this.unit = unit;
        this.inbox = inbox;
    }

    /**
     * A batch that waits for nobody: a request that somebody else is entering is put aside ({@link Receipt#LOCKED}), so
     * that the others need not wait with it.
     */
    static RequestBatch withoutWaiting(UnitOfWork unit) {
        return new RequestBatch(unit, unit.store()::registerWithoutWaiting);
    }

    /** Handles requests; the receipts are in their order. */
    List<Receipt> handle(List<PendingRequest> intakes) {
        if (intakes.stream().allMatch(RequestBatch::mayGoOnAtOnce)) {
            unit.chained();
        }
        List<Receipt> handled = handle(intakes, true);
        unit.parents().give(unit);
        return handled;
    }

    /** What is acknowledged first is not done before. */
    private static boolean mayGoOnAtOnce(PendingRequest intake) {
        return intake.atOnce()
                && !intake.triedBefore()
                && !intake.request().envelope().acknowledge();
    }

    /** The same in the middle of something else: whoever began that gives the answers that come of it. */
    List<Receipt> handleWithin(List<PendingRequest> intakes) {
        return handle(intakes, false);
    }

    /** The same for what was delivered, in a unit of work that holds more than this batch. */
    List<Receipt> handleDelivered(List<PendingRequest> intakes) {
        return handle(intakes, true);
    }

    private List<Receipt> handle(List<PendingRequest> intakes, boolean delivered) {
        intakes.forEach(i -> unit.engines().taking(i).ifPresent(engine -> takenBy.put(i, engine)));
        List<PendingRequest> allowed = new ArrayList<>(refuseTakenNames(intakes));
        List<InboxResult> registrations = enter(allowed);
        Map<PendingRequest, InboxEntry> repeated = new LinkedHashMap<>();
        Map<PatternEngine, RequestHandler> handlers = handlers(allowed, registrations);
        for (int i = 0; i < allowed.size(); i++) {
            PendingRequest intake = allowed.get(i);
            InboxResult registration = registrations.get(i);
            PatternEngine taking = takenBy.get(intake);
            RequestHandler handler = taking == null ? null : handlers.get(taking);
            if (handler != null) {
                recorded(intake, delivered, () -> handler.handle(inTrace(intake), registration));
            } else if (registration.isNew()) {
                Begun begun = unit.spans()
                        .handle(message(intake, delivered), () -> begin(intake), b -> SpanOutcome.of(b.stored()));
                receipts.put(intake, new Receipt(new ConversationView(begun.accepted(), null, null), null));
            } else {
                repeated.put(intake, registration.entry());
            }
        }
        answerAgain(repeated, delivered);
        return intakes.stream()
                .map(i -> Objects.requireNonNull(receipts.get(i)))
                .toList();
    }

    /** Has a receipt made within a span. */
    private void recorded(PendingRequest intake, boolean delivered, Supplier<Receipt> work) {
        receipts.put(intake, unit.spans().handle(message(intake, delivered), work, RequestBatch::outcome));
    }

    private static Handled message(PendingRequest intake, boolean delivered) {
        Envelope request = intake.request().envelope();
        return new Handled(
                REQUEST,
                intake.operation(),
                null,
                request.messageId(),
                request.correlationId(),
                delivered,
                Lineage.of(request.particulars().trace()));
    }

    private static SpanOutcome outcome(Receipt receipt) {
        return receipt.view() == null
                ? SpanOutcome.refused(Objects.requireNonNull(receipt.problem()))
                : SpanOutcome.of(receipt.view().conversation());
    }

    /** What comes of it, however late, hangs below the span in which it began. */
    private PendingRequest inTrace(PendingRequest intake) {
        return intake.in(
                unit.spans().here(intake.request().envelope().particulars().trace()));
    }

    /** Enters requests into the inbox; those that somebody else is entering are taken out of them. */
    private List<InboxResult> enter(List<PendingRequest> intakes) {
        List<InboxResult> entered = new ArrayList<>();
        List<InboxResult> results =
                inbox.apply(intakes.stream().map(PendingRequest::inboxEntry).toList());
        Iterator<PendingRequest> intake = intakes.iterator();
        for (InboxResult result : results) {
            PendingRequest one = intake.next();
            if (result.isLocked()) {
                receipts.put(one, Receipt.LOCKED);
                intake.remove();
            } else {
                entered.add(result);
            }
        }
        return entered;
    }

    /**
     * The handlers of the patterns that take some of the requests, each with the conversations that may be there
     * already.
     */
    private Map<PatternEngine, RequestHandler> handlers(List<PendingRequest> intakes, List<InboxResult> registrations) {
        IdentityHashMap<PatternEngine, Set<String>> ids = new IdentityHashMap<>();
        for (int i = 0; i < intakes.size(); i++) {
            PatternEngine taking = takenBy.get(intakes.get(i));
            if (taking != null) {
                Set<String> there = ids.computeIfAbsent(taking, engine -> new TreeSet<>());
                if (isThere(intakes.get(i), registrations.get(i))) {
                    there.add(registrations.get(i).entry().conversationId());
                }
            }
        }
        IdentityHashMap<PatternEngine, RequestHandler> handlers = new IdentityHashMap<>();
        ids.forEach((engine, there) ->
                engine.handler(unit, this::enactment, there).ifPresent(handler -> handlers.put(engine, handler)));
        return handlers;
    }

    private static boolean isThere(PendingRequest intake, InboxResult registration) {
        return !registration.isNew() || intake.ownName() != null;
    }

    private List<PendingRequest> refuseTakenNames(List<PendingRequest> intakes) {
        List<PendingRequest> named = intakes.stream()
                .filter(i -> i.ownName() != null && !namesAreItsOwn(i))
                .toList();
        if (named.isEmpty()) {
            return intakes;
        }
        Map<String, InboxEntry.Key> holders = new HashMap<>();
        unit.store()
                .find(named.stream().map(i -> i.inboxEntry().conversationId()).toList())
                .forEach((id, there) -> holders.put(id, new InboxEntry.Key(there.sender(), there.messageId())));
        List<PendingRequest> allowed = new ArrayList<>(intakes);
        for (PendingRequest intake : named) {
            InboxEntry entry = intake.inboxEntry();
            InboxEntry.Key by = holders.putIfAbsent(entry.conversationId(), entry.key());
            if (by != null && !by.equals(entry.key())) {
                refuse(intake, conversationIdTaken(entry.conversationId()));
                allowed.remove(intake);
            }
        }
        return allowed;
    }

    private boolean namesAreItsOwn(PendingRequest intake) {
        PatternEngine taking = takenBy.get(intake);
        return taking != null && taking.sharesConversations();
    }

    private void refuse(PendingRequest intake, Problem problem) {
        Reading.Refused refused = RequestReader.refuse(intake.request().envelope(), problem);
        Refusals.tell(refused, unit.gateway(), intake.parking());
        receipts.put(intake, new Receipt(null, problem));
    }

    private Begun begin(PendingRequest intake) {
        Envelope request = intake.request().envelope();
        Instant now = unit.now();
        var decision = unit.patterns().begin(pattern(intake), requested(intake), now);
        Conversation received = EffectExecutor.received(unit, decision.conversation(), request.body());
        Conversation stored = enactment(intake).enact(received, decision.effects());
        unit.insert(stored);
        return new Begun(stored, accepted(decision.conversation()));
    }

    private String pattern(PendingRequest intake) {
        PatternEngine taking = takenBy.get(intake);
        return taking == null ? Patterns.EXCHANGE : taking.pattern();
    }

    /** A provider outside may have been asked in the same commit: what is acknowledged is the request. */
    private static Conversation accepted(Conversation begun) {
        boolean tooLate = begun.status() == Status.EXPIRED;
        return tooLate ? begun : begun.become(Status.ACCEPTED, begun.createdAt());
    }

    private Event.Requested requested(PendingRequest intake) {
        Provision provision = intake.request().operation().provision();
        boolean asksByMessages = provision != null || takenBy.containsKey(intake);
        String ticket = asksByMessages ? Ids.ticket() : "";
        Envelope request = inTrace(intake).request().envelope();
        return new Event.Requested(request, intake.newId(), provision, ticket, intake.group());
    }

    private EffectExecutor enactment(PendingRequest intake) {
        return new EffectExecutor(unit, intake.parking(), (conversation, run) -> run(intake, conversation, run));
    }

    private Conversation run(PendingRequest intake, Conversation conversation, Effect.Run run) {
        ServedOperation served = method(intake);
        String operation = served.name();
        Lane lane = unit.lanes()
                .choose(
                        served.isolated(),
                        unit.profiles().of(operation),
                        run.atOnce() && intake.atOnce(),
                        intake.triedBefore(),
                        intake.group() != null,
                        unit.now());
        if (lane == Lane.INLINE) {
            return runAtOnce(intake, conversation);
        }
        unit.gateway()
                .work(lane, new OperationWork(conversation.id(), operation, intake.group(), 0, conversation.turn()));
        return conversation;
    }

    private static ServedOperation method(PendingRequest intake) {
        return Objects.requireNonNull(intake.request().operation().method(), "What runs here has a method");
    }

    private Conversation runAtOnce(PendingRequest intake, Conversation conversation) {
        CheckedRequest request = intake.request();
        Exchange exchange = WorkBatch.exchange(conversation, 1);
        Event event = unit.calls()
                .call(method(intake), request::request, WorkBatch.kept(conversation), exchange, conversation.hops());
        Instant now = unit.now();
        if (!now.isBefore(conversation.expiresAt())) {
            throw new DeadlineMissed(conversation);
        }
        var decision = unit.patterns().decide(conversation, event, now);
        return enactment(intake).enact(decision.conversation(), decision.effects());
    }

    private void answerAgain(Map<PendingRequest, InboxEntry> repeated, boolean delivered) {
        if (repeated.isEmpty()) {
            return;
        }
        unit.store().flush();
        List<String> ids = repeated.values().stream()
                .map(InboxEntry::conversationId)
                .distinct()
                .toList();
        Map<String, Conversation> conversations = unit.store().find(ids);
        Map<String, List<JournalEntry>> answers = unit.store().answers(ids);
        repeated.forEach((intake, entry) -> {
            Conversation conversation = conversations.get(entry.conversationId());
            if (conversation == null) {
                throw new IllegalStateException("The inbox names a conversation that is not there: " + entry);
            }
            if (!unit.patterns().know(conversation)) {
                UnknownPattern.log(conversation, unit.patterns());
                refuse(intake, UnknownPattern.problem(conversation, unit.patterns()));
                return;
            }
            List<JournalEntry> sent = answers.getOrDefault(conversation.id(), List.of());
            recorded(intake, delivered, () -> answerAgain(intake, entry, conversation, sent));
        });
    }

    private Receipt answerAgain(
            PendingRequest intake, InboxEntry entry, Conversation conversation, List<JournalEntry> sent) {
        Envelope request = intake.request().envelope();
        boolean same = request.isAgain(entry.contentHash(), () -> unit.store()
                .request(conversation.id(), Direction.IN, request.messageId())
                .map(JournalEntry::body));
        var decision = unit.patterns().decide(conversation, new Event.Repeated(request, same, sent), unit.now());
        enactment(intake).enact(decision.conversation(), decision.effects());
        if (!same) {
            return new Receipt(null, Problems.messageIdReused(request.messageId()));
        }
        return new Receipt(Views.of(conversation, sent), null);
    }

    /** The problem {@code conversation-id-taken} of a request that names the conversation of another. */
    public static Problem conversationIdTaken(String id) {
        return ConversationProblem.CONVERSATION_ID_TAKEN.because(
                "'" + id + "' names another conversation: choose another name, or leave it out to have one made.");
    }
}
