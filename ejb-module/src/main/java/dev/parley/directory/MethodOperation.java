package dev.parley.directory;

import dev.parley.Exchange;
import dev.parley.Turn;
import dev.parley.directory.schema.ReplySchema;
import dev.parley.directory.schema.RequestReader;
import dev.parley.directory.schema.RequestSchema;
import dev.parley.message.JsonText;
import jakarta.json.bind.Jsonb;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An operation that a method of a bean serves. */
final class MethodOperation implements ServedOperation {

    private final OperationMethod method;
    private final @Nullable RequestReader reader;
    private final @Nullable RequestSchema schema;
    private final Callee bean;
    private final Jsonb jsonb;

    /**
     * The operation of a method.
     *
     * @param reader null if the method takes no request
     * @param schema that of its requests; null if it takes none
     */
    MethodOperation(
            OperationMethod method,
            @Nullable RequestReader reader,
            @Nullable RequestSchema schema,
            Callee bean,
            Jsonb jsonb) {
        this.method = method;
        this.reader = reader;
        this.schema = schema;
        this.bean = bean;
        this.jsonb = jsonb;
    }

    @Override
    public String name() {
        return method.name();
    }

    @Override
    public boolean isolated() {
        return method.isolated();
    }

    @Override
    public @Nullable String compensation() {
        return method.compensation();
    }

    @Override
    public @Nullable String schema() {
        return schema == null ? null : schema.json().toString();
    }

    @Override
    public @Nullable String replySchema() {
        return method.replyType() == void.class ? null : ReplySchema.of(method.replyType());
    }

    @Override
    public Request read(String body) {
        if (reader != null) {
            return new Checked(method, reader.read(body));
        }
        if (!body.isBlank()) {
            JsonText.parse(body);
        }
        return new Checked(method, null);
    }

    @Override
    public @Nullable String call(Request request, Exchange exchange) throws Exception {
        if (!(request instanceof Checked checked) || !checked.method().equals(method)) {
            throw new IllegalArgumentException("This request was read by another operation than " + name());
        }
        Object reply = bean.call(arguments(checked, exchange));
        return reply == null ? null : jsonb.toJson(reply);
    }

    @Override
    public boolean takesUndo() {
        return method.takesUndo();
    }

    @Override
    public boolean takesTurns() {
        return method.takesTurns();
    }

    @Override
    public @Nullable Duration turnTimeout() {
        return method.turnTimeout();
    }

    @Override
    public TurnAnswer take(Request request, @Nullable String state, Exchange exchange) throws Exception {
        if (!(request instanceof Checked checked) || !checked.method().equals(method)) {
            throw new IllegalArgumentException("This request was read by another operation than " + name());
        }
        Turn<?, ?> turn = (Turn<?, ?>) bean.call(turnArguments(checked, state, exchange));
        if (turn == null) {
            throw new IllegalStateException(name() + " returned null instead of a turn");
        }
        return new TurnAnswer(
                jsonb.toJson(turn.reply()), turn.state() == null ? null : jsonb.toJson(turn.state()), turn.isLast());
    }

    private @Nullable Object[] turnArguments(Checked request, @Nullable String state, Exchange exchange) {
        List<@Nullable Object> arguments = new ArrayList<>();
        arguments.add(request.value());
        Type stateType = method.stateType();
        if (stateType != null) {
            arguments.add(state == null ? null : jsonb.fromJson(state, stateType));
        }
        if (method.takesExchange()) {
            arguments.add(exchange);
        }
        return arguments.toArray();
    }

    private @Nullable Object[] arguments(Checked request, Exchange exchange) {
        if (reader == null) {
            return method.takesExchange() ? new Object[] {exchange} : new Object[0];
        }
        return method.takesExchange() ? new Object[] {request.value(), exchange} : new Object[] {request.value()};
    }

    private record Checked(OperationMethod method, @Nullable Object value) implements Request {}
}
