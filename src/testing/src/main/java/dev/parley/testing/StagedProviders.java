package dev.parley.testing;

import dev.parley.RequestOptions;
import dev.parley.conversation.Provider;
import dev.parley.conversation.Provision;
import dev.parley.conversation.Retry;
import dev.parley.directory.OperationResolution;
import dev.parley.directory.ServedOperation;
import dev.parley.message.Address;
import dev.parley.message.Headers;
import dev.parley.message.MessageKind;
import dev.parley.message.Problem;
import dev.parley.simulation.Broker;
import dev.parley.simulation.Network;
import dev.parley.simulation.Parcel;
import dev.parley.simulation.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Providers outside of the EAR, each with a queue, on the terms that an entry in the directory has which names none.
 */
final class StagedProviders {

    private static final String REPLIES = "parley.replies";
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final World world;
    private final Broker broker;
    private final Network network;
    private final Providers providers;

    private record Unread() implements ServedOperation.Request {}

    /** An operation that one of them provides. */
    private record Provided(String name, Provision provision) implements OperationResolution {

        @Override
        public @Nullable ServedOperation method() {
            return null;
        }

        @Override
        public ServedOperation.Request read(String body) {
            return new Unread();
        }
    }

    StagedProviders(StagedWorld staged, Providers providers) {
        this.world = staged.world();
        this.broker = staged.broker();
        this.network = new Network(staged.world());
        this.providers = providers;
    }

    Optional<OperationResolution> find(String operation) {
        if (!providers.provide(operation)) {
            return Optional.empty();
        }
        String queue = "provider." + operation;
        if (!broker.has(queue)) {
            broker.queue(queue, 1000, 10);
            broker.read(queue, request -> asked(operation, request));
        }
        Provider provider = new Provider(Address.queue(queue), null);
        return Optional.of(new Provided(operation, new Provision(List.of(provider), TIMEOUT, Retry.DEFAULT)));
    }

    private void asked(String operation, Parcel request) {
        if (request.expiresAt() != null && !world.now().isBefore(request.expiresAt())) {
            return;
        }
        world.trace("a provider of %s is asked %s", operation, request);
        String messageId = Objects.requireNonNullElse(request.property(Headers.MESSAGE_ID), request.id());
        providers.wentOut(messageId, new Asked(operation, request.body(), RequestOptions.DEFAULT));
        if (request.replyTo() != null) {
            providers.answers(operation).forEach(said -> answer(request, said));
        }
    }

    private void answer(Parcel request, Said said) {
        Problem fault = said.fault();
        String messageId = world.name("answer-");
        MessageKind kind = fault == null ? MessageKind.REPLY : MessageKind.FAULT;
        String body = fault == null ? Objects.requireNonNullElse(said.reply(), "{}") : fault.toJson();
        Parcel answer = new Parcel(
                "ID:" + messageId,
                request.type(),
                request.correlationId(),
                null,
                Map.of(Headers.MESSAGE_ID, messageId, Headers.KIND, kind.label()),
                null,
                body);
        world.after(
                said.after().toMillis(),
                () -> network.carry(answer.id(), () -> {
                    world.trace("a provider answers %s", answer);
                    broker.put(REPLIES, answer);
                }));
    }
}
