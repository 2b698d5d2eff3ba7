package dev.parley.web.directory;

import dev.parley.conversation.Retry;
import dev.parley.definition.WrittenDefinition;
import dev.parley.directory.Definition;
import dev.parley.directory.OperationView;
import dev.parley.directory.PatternOperation;
import dev.parley.directory.ServedOperation;
import dev.parley.message.Address;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An operation and what serves it. */
@Schema(name = "Operation")
public record OperationBody(
        @Schema(required = true) String name,
        @Schema(required = true, description = "A provider, or a list of them.", implementation = Provider.class)
                Object provider,
        @Schema(description = "Of a method: whether every call has a transaction of its own.") @Nullable
                Boolean isolated,
        @Schema(description = "How long a provider outside of the EAR has for its answer.") @Nullable String timeout,
        @Schema(description = "How often a provider outside of the EAR is asked.") DefinitionBody.@Nullable Retry retry,
        @Schema(
                        description =
                                "The JSON Schema of its requests: as it was entered, or the process or the method has"
                                        + " it.")
                @Nullable
                Object schema,
        @Schema(description = "Of a method: the JSON Schema of its replies.") @Nullable Object replySchema,
        @Schema(description = "The operation that undoes it.") @Nullable String compensation,
        @Schema(description = "How long after its end a request can be undone, if the entry says so, ISO 8601.")
                @Nullable
                String compensable,
        @Schema(description = "Of a provider: the operation that says whether it was done.") @Nullable String outcome,
        @Schema(description = "Of a process: the messages that it awaits.") @Nullable List<Message> messages,
        @Schema(description = "When it was entered.") @Nullable Instant updatedAt,
        @Schema(description = "Who entered it; shown to operators.") @Nullable String updatedBy) {

    /** The provider that serves an operation. */
    @Schema(name = "Provider")
    public record Provider(
            @Schema(description = "A method in the EAR.") @Nullable Boolean bean,
            @Schema(
                            description =
                                    "True for providers outside of the EAR, where it is not shown which: to all but"
                                            + " operators.",
                            readOnly = true)
                    @Nullable
                    Boolean outside,
            @Schema(description = "The queue of a provider outside of the EAR. Shown to operators.") @Nullable
                    String queue,
            @Schema(description = "The mailbox that a provider outside of the EAR polls. Shown to operators.") @Nullable
                    String mailbox,
            @Schema(
                            description =
                                    "The pool whose holders provide it, each at the address of its pings. Shown to"
                                            + " operators.")
                    @Nullable
                    String pool,
            @Schema(description = "Whose that is to be: nobody else but an operator makes it. Shown to operators.")
                    @Nullable
                    String owner,
            @Schema(description = "The process that a request begins, or that a message goes to.") @Nullable
                    String process,
            @Schema(description = "Who provides it now, of a pool; shown to operators.", readOnly = true) @Nullable
                    List<Provider> registered,
            @Schema(
                            description = "Until when others are preferred, as it did not answer; shown to operators.",
                            readOnly = true)
                    @Nullable
                    Instant passedOverUntil) {

        private static final Provider METHOD = new Provider(true, null, null, null, null, null, null, null, null);
        private static final Provider OUTSIDE = new Provider(null, true, null, null, null, null, null, null, null);

        private static Provider at(Address address) {
            return address.kind() == Address.Kind.MAILBOX
                    ? new Provider(null, null, null, address.name(), null, null, null, null, null)
                    : new Provider(null, null, address.name(), null, null, null, null, null, null);
        }

        private static Provider ofPool(String pool) {
            return new Provider(null, null, null, null, pool, null, null, null, null);
        }

        private Provider toOperators(
                @Nullable String owner, @Nullable List<Provider> registered, @Nullable Instant passedOverUntil) {
            return new Provider(bean, outside, queue, mailbox, pool, owner, process, registered, passedOverUntil);
        }

        private static Provider ofProcess(String process) {
            return new Provider(null, null, null, null, null, null, process, null, null);
        }
    }

    /** A message that a process awaits. */
    @Schema(name = "ProcessMessage")
    public record Message(
            @Schema(required = true, description = "The operation that sends it.") String operation,
            @Schema(description = "The JSON Schema of the message.") @Nullable Object schema,
            @Schema(description = "Who may send it, user:NAME or role:NAME; absent for anybody.") @Nullable
                    List<String> from,
            @Schema(description = "The attributes that its instance is found by; absent if it has to name one.")
                    @Nullable
                    List<String> key,
            @Schema(description = "Whether it begins an instance where its key finds none.") @Nullable Boolean start) {

        private static Message of(PatternOperation.Message message) {
            return new Message(
                    message.operation(),
                    json(message.schema()),
                    sorted(message.from()),
                    sorted(message.key()),
                    message.start() ? true : null);
        }

        private static @Nullable List<String> sorted(Set<String> names) {
            return names.isEmpty() ? null : names.stream().sorted().toList();
        }
    }

    private static OperationBody of(PatternOperation operation) {
        return new OperationBody(
                operation.name(),
                Provider.ofProcess(operation.process()),
                null,
                null,
                null,
                json(operation.schema()),
                null,
                null,
                null,
                null,
                operation.messages().isEmpty()
                        ? null
                        : operation.messages().stream().map(Message::of).toList(),
                null,
                null);
    }

    /**
     * An operation.
     *
     * @param operator true if it is shown to an operator: with who entered it, which queues, mailboxes or pool serve
     *     it, who is registered with that, and which providers are passed over
     */
    static OperationBody of(OperationView view, boolean operator) {
        WrittenDefinition<Definition> entry = view.entry();
        if (entry == null && view.pattern() != null) {
            return of(view.pattern());
        }
        Definition entered = entry == null ? null : entry.definition();
        Definition outside = entered == null || entered.bean() ? null : entered;
        Definition asked = outside == null || outside.process() != null ? null : outside;
        ServedOperation method = outside == null ? view.method() : null;
        return new OperationBody(
                view.name(),
                outside == null ? Provider.METHOD : provider(outside, view, operator),
                method == null ? null : method.isolated(),
                asked == null ? null : asked.timeout().toString(),
                asked == null ? null : retry(asked.retry()),
                json(schema(entered, method, view.pattern())),
                method == null ? null : json(method.replySchema()),
                compensation(entered, method),
                entered == null || entered.compensable() == null
                        ? null
                        : entered.compensable().toString(),
                asked == null ? null : asked.outcome(),
                null,
                entry == null ? null : entry.updatedAt(),
                entry == null || !operator ? null : entry.updatedBy());
    }

    private static Object provider(Definition outside, OperationView view, boolean operator) {
        if (outside.process() != null) {
            return Provider.ofProcess(outside.process());
        }
        if (!operator) {
            return Provider.OUTSIDE;
        }
        if (outside.pool() != null) {
            return Provider.ofPool(outside.pool()).toOperators(owner(outside), registered(view, Map.of()), null);
        }
        List<Provider> shown = registered(view, outside.owners());
        return shown.size() == 1 ? shown.get(0) : shown;
    }

    private static @Nullable String owner(Definition ofAPool) {
        return ofAPool.owners().values().stream().findFirst().orElse(null);
    }

    private static List<Provider> registered(OperationView view, Map<String, String> owners) {
        return view.providers().stream()
                .map(provider -> Provider.at(provider.address())
                        .toOperators(owners.get(provider.address().toString()), null, provider.passedOverUntil()))
                .toList();
    }

    private static DefinitionBody.Retry retry(Retry retry) {
        return new DefinitionBody.Retry(
                retry.attempts(),
                retry.backoff().toString(),
                retry.multiplier(),
                retry.maximum().toString(),
                retry.jitter());
    }

    private static @Nullable Object json(@Nullable String schema) {
        if (schema == null) {
            return null;
        }
        try (JsonReader reader = Json.createReader(new StringReader(schema))) {
            return reader.readValue();
        }
    }

    /** A process that serves the operation checks its requests itself, by what it has been defined to take. */
    private static @Nullable String schema(
            @Nullable Definition entered, @Nullable ServedOperation method, @Nullable PatternOperation process) {
        if (process != null) {
            return process.schema();
        }
        if (entered != null && entered.schemaJson() != null) {
            return entered.schemaJson();
        }
        return method == null ? null : method.schema();
    }

    private static @Nullable String compensation(@Nullable Definition entered, @Nullable ServedOperation method) {
        if (entered != null && entered.compensation() != null) {
            return entered.compensation();
        }
        return method == null ? null : method.compensation();
    }
}
