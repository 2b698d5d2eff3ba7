package dev.parley.exchange;

import dev.parley.conversation.Provider;
import dev.parley.conversation.Provision;
import dev.parley.conversation.Retry;
import dev.parley.message.Address;
import dev.parley.message.StableRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The choice of the provider that is asked, and of the pause before it. What looks random follows from the
 * conversation, so that it is the same on every node.
 */
final class ProviderPolicy {

    private ProviderPolicy() {}

    /**
     * The provider for an attempt: conversations are spread over those that answer, and the next attempt goes to
     * another if there is one. If none answers, one of them all is asked. All first attempts of a message group go to
     * one provider as long as it answers, whatever becomes of the others: there is no order between queues.
     *
     * @param group the message group; null for none
     * @param last who was asked before; null if nobody was
     * @return null if there is nobody to ask
     */
    static @Nullable Address choose(
            Provision provision,
            String conversationId,
            @Nullable String group,
            int attempt,
            @Nullable Address last,
            Instant now) {
        List<Address> all =
                provision.providers().stream().map(Provider::address).toList();
        if (all.isEmpty()) {
            return null;
        }
        List<Address> inService = inService(provision, now);
        List<Address> candidates = inService.isEmpty() ? all : inService;
        List<Address> circle = group == null ? candidates : all;
        int first =
                (int) (StableRandom.fraction(group == null ? conversationId : group, 0) * circle.size()) + attempt - 1;
        return IntStream.range(first, first + circle.size())
                .mapToObj(i -> circle.get(i % circle.size()))
                .filter(a -> candidates.contains(a) && !a.equals(last))
                .findFirst()
                .orElse(candidates.get(0));
    }

    /** True if somebody else than that provider can be asked at once. */
    static boolean hasAnother(Provision provision, Address than, Instant now) {
        return inService(provision, now).stream().anyMatch(a -> !a.equals(than));
    }

    private static List<Address> inService(Provision provision, Instant now) {
        return provision.providers().stream()
                .filter(p -> !p.isPassedOver(now))
                .map(Provider::address)
                .toList();
    }

    /** The pause after an attempt, which differs between conversations. */
    static Duration pause(Retry retry, String conversationId, int attempt) {
        return retry.pauseAfter(conversationId, attempt);
    }
}
