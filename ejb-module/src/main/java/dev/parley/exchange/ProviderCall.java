package dev.parley.exchange;

import dev.parley.conversation.Carried;
import dev.parley.message.Address;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state of an exchange whose provider is outside of the EAR: how it is asked.
 *
 * @param ticket unguessable: only who was asked can answer
 * @param provider who was asked last; null if there was nobody to ask
 * @param attempt how often somebody was asked, or was to be asked and nobody was there
 * @param pausing true if it is the pause after an attempt, not the attempt
 * @param until when the attempt or the pause ends
 * @param group the message group that its requests are in; null if they are in none
 * @param carried what its requests carry besides; null for nothing
 * @param last true if no other attempt follows, since nobody wants it any more
 */
public record ProviderCall(
        String ticket,
        @Nullable Address provider,
        int attempt,
        boolean pausing,
        Instant until,
        @Nullable String group,
        @Nullable Carried carried,
        boolean last)
        implements ExchangeState {

    /** The state of an exchange whose requests carry nothing besides. */
    public ProviderCall(
            String ticket,
            @Nullable Address provider,
            int attempt,
            boolean pausing,
            Instant until,
            @Nullable String group) {
        this(ticket, provider, attempt, pausing, until, group, null, false);
    }

    @Override
    public ProviderCall call() {
        return this;
    }

    @Override
    public Instant dueAt() {
        return until;
    }

    @Override
    public int attempts() {
        return attempt;
    }

    @Override
    public @Nullable Instant nextAttempt() {
        return pausing ? until : null;
    }

    @Override
    public boolean asksProviders() {
        return true;
    }

    /** The next attempt. */
    ProviderCall next(Address asked, Instant end) {
        return new ProviderCall(ticket, asked, attempt + 1, false, end, group, carried, last);
    }

    /** The call with all attempts before it, the first of them at that time. */
    ProviderCall anew(Instant at) {
        return new ProviderCall(ticket, provider, 0, true, at, group, carried, false);
    }

    /** The attempt of that number with nobody to ask, and the pause after it. */
    ProviderCall nobody(int which, Instant end) {
        return new ProviderCall(ticket, null, which, true, end, group, carried, last);
    }

    /** The pause after the attempt. */
    ProviderCall pause(Instant end) {
        return new ProviderCall(ticket, provider, attempt, true, end, group, carried, last);
    }

    /** The same attempt, which has that much time. */
    ProviderCall until(Instant end) {
        return new ProviderCall(ticket, provider, attempt, false, end, group, carried, last);
    }

    /** The same attempt, which no other follows. */
    ProviderCall lastOne() {
        return new ProviderCall(ticket, provider, attempt, pausing, until, group, carried, true);
    }
}
