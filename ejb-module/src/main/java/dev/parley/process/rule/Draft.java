package dev.parley.process.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Received;
import dev.parley.conversation.Status;
import dev.parley.message.MessageKind;
import dev.parley.process.definition.Offer;
import dev.parley.process.definition.Offers;
import dev.parley.process.definition.ProcessDefinition;
import dev.parley.process.state.KeptMessage;
import dev.parley.process.state.Lineage;
import dev.parley.process.state.ProcessState;
import dev.parley.process.state.StepId;
import dev.parley.process.state.StepState;
import dev.parley.process.state.StepStatus;
import dev.parley.process.state.Undoing;
import dev.parley.value.Mappings;
import dev.parley.value.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A decision on one instance while it is made: where the instance stands, and what is to be done. It is nobody else's,
 * and forgotten afterwards.
 */
public final class Draft {

    private final Conversation conversation;
    private final ProcessState before;
    private final ProcessDefinition definition;
    private final Offers offers;
    private final ProcessSettings settings;
    private final Mappings mappings;
    private final Instant now;
    private final Map<String, StepState> steps;
    private final List<Effect> effects = new ArrayList<>();
    private ProcessState.Flags flags;
    private List<KeptMessage> messages;
    private @Nullable Undoing undoing;
    private int done;
    private int size;
    private int notices;
    private Lineage lineage;
    private boolean looking;
    private boolean holding;
    private @Nullable Status ended;

    public Draft(
            Conversation conversation,
            ProcessState before,
            ProcessDefinition definition,
            Offers offers,
            ProcessSettings settings,
            Mappings mappings,
            Instant now) {
        this.conversation = conversation;
        this.before = before;
        this.definition = definition;
        this.offers = offers;
        this.settings = settings;
        this.mappings = mappings;
        this.now = now;
        this.steps = new LinkedHashMap<>(before.steps());
        this.flags = before.flags();
        this.messages = before.messages();
        this.undoing = before.undoing();
        this.done = before.done();
        this.size = before.size();
        this.notices = before.notices();
        this.lineage = before.lineage();
    }

    /** The state that is decided on. */
    public ProcessState state() {
        return new ProcessState(
                before.version(),
                before.request(),
                before.attributes(),
                steps,
                before.deadline(),
                flags,
                undoing,
                messages,
                before.wanted(),
                done,
                size,
                notices,
                lineage);
    }

    public ProcessState before() {
        return before;
    }

    public List<Effect> effects() {
        return List.copyOf(effects);
    }

    public Conversation conversation() {
        return conversation;
    }

    public ProcessDefinition definition() {
        return definition;
    }

    public ProcessSettings settings() {
        return settings;
    }

    public Instant now() {
        return now;
    }

    JsonNode request() {
        return before.request();
    }

    @Nullable
    Offer offer(@Nullable String operation) {
        return operation == null ? null : offers.of(operation);
    }

    public @Nullable StepState step(StepId id) {
        return steps.get(id.toString());
    }

    public List<StepState> steps() {
        return List.copyOf(steps.values());
    }

    Scope scope(StepId at) {
        return new StepScope(this, at);
    }

    /** What the application's code makes of what is known. */
    JsonNode mapped(String name, Scope scope) {
        return mappings.map(definition.name(), name, scope);
    }

    public void put(StepState step) {
        steps.put(step.id().toString(), step);
    }

    void remove(StepId id) {
        steps.remove(id.toString());
    }

    public void add(Effect effect) {
        effects.add(effect);
    }

    public ProcessState.Flags flags() {
        return flags;
    }

    public void flags(ProcessState.Flags next) {
        flags = next;
    }

    public Lineage lineage() {
        return lineage;
    }

    public void lineage(Lineage next) {
        lineage = next;
    }

    public @Nullable Undoing undoing() {
        return undoing;
    }

    public void undoing(@Nullable Undoing decision) {
        undoing = decision;
    }

    public List<KeptMessage> messages() {
        return messages;
    }

    public void messages(List<KeptMessage> next) {
        messages = List.copyOf(next);
    }

    /** The final status; null while there is none. */
    public @Nullable Status ended() {
        return ended;
    }

    void end(Status status) {
        ended = status;
    }

    /** Whether something goes on, or waits for a person. */
    boolean isBusy() {
        return steps.values().stream().anyMatch(s -> s.isOpen() || s.status() == StepStatus.STUCK);
    }

    /** The number of whatever is done now. */
    int nextOrder() {
        done++;
        return done;
    }

    /** Whether a step may begin: nothing is to be undone, nobody has paused it, and there is time. */
    boolean mayBegin() {
        return undoing == null && !looking && !flags.paused() && (flags.pivoted() || now.isBefore(before.deadline()));
    }

    boolean mayUndo() {
        return !flags.paused() && !holding;
    }

    /** Has ended what is not wanted any more, without letting any undoing begin. */
    <T> T holding(Supplier<T> ending) {
        boolean outer = holding;
        holding = true;
        T ended = ending.get();
        holding = outer;
        return ended;
    }

    /** Whether too many steps have been begun for so many more. */
    boolean isFull(long more) {
        return steps.size() + more > settings.maxSteps();
    }

    /** Looks how far things have come, without letting anything begin. */
    <T> T looking(Supplier<T> look) {
        boolean outer = looking;
        looking = true;
        T seen = look.get();
        looking = outer;
        return seen;
    }

    boolean isLooking() {
        return looking;
    }

    /** When an attempt that begins now has to have ended. */
    Instant deadline(@Nullable Duration timeout) {
        Instant latest = flags.pivoted() ? now.plus(definition.compensateWithin()) : before.deadline();
        Instant wanted = timeout == null ? latest : now.plus(timeout);
        return wanted.isBefore(latest) ? wanted : latest;
    }

    /** When undoing that begins now is given up. */
    Instant undoneBy() {
        return now.plus(definition.compensateWithin());
    }

    /** Whether there is room to keep that, which is then taken. */
    boolean keeps(@Nullable JsonNode json) {
        int more = json == null ? 0 : json.toString().length();
        if (size + more > settings.maxData()) {
            return false;
        }
        if (size <= settings.maxData() / 2 && size + more > settings.maxData() / 2) {
            note(null, Notes.of("half-full").put("characters", size + more));
        }
        size += more;
        return true;
    }

    /** Appends to the journal what was decided, and who did; Parley, if nobody is named. */
    public void note(@Nullable String by, ObjectNode body) {
        notices++;
        add(new Effect.Note(new Received(
                MessageKind.NOTICE,
                Objects.requireNonNullElse(by, "parley"),
                conversation.id() + ".note." + notices,
                conversation.correlationId(),
                body.toString())));
    }

    /** The number of a further notice. */
    public int nextNotice() {
        notices++;
        return notices;
    }
}
