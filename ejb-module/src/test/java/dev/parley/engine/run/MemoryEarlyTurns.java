package dev.parley.engine.run;

import dev.parley.turn.EarlyTurn;
import dev.parley.turn.engine.EarlyTurns;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Turns that are kept in memory. */
final class MemoryEarlyTurns implements EarlyTurns {

    final List<EarlyTurn> kept = new ArrayList<>();

    @Override
    public void keep(String conversationId, EarlyTurn turn) {
        kept.add(turn);
    }

    @Override
    public void drop(String conversationId, String messageId) {
        kept.removeIf(k -> k.request().messageId().equals(messageId));
    }

    @Override
    public int count(String conversationId) {
        return kept.size();
    }

    @Override
    public Optional<EarlyTurn> find(String conversationId, String messageId) {
        return kept.stream()
                .filter(k -> k.request().messageId().equals(messageId))
                .findFirst();
    }

    @Override
    public List<EarlyTurn> upTo(String conversationId, int turn, Instant now) {
        return kept.stream()
                .filter(k -> k.turn() <= turn || !k.request().expiresAt().isAfter(now))
                .sorted(Comparator.comparing(EarlyTurn::turn))
                .toList();
    }

    @Override
    public Optional<Instant> earliest(String conversationId) {
        return kept.stream().map(k -> k.request().expiresAt()).min(Instant::compareTo);
    }
}
