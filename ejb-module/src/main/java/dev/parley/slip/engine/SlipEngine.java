package dev.parley.slip.engine;

import dev.parley.conversation.Carried;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Effect;
import dev.parley.engine.run.EffectExecutor;
import dev.parley.engine.run.PatternEngine;
import dev.parley.engine.run.PendingRequest;
import dev.parley.engine.run.UnitOfWork;
import dev.parley.message.Outgoing;
import dev.parley.slip.Announce;
import dev.parley.slip.Forward;
import dev.parley.slip.ParkSlip;
import dev.parley.slip.Slip;
import dev.parley.slip.SlipPattern;
import dev.parley.slip.SlipState;
import dev.parley.slip.SlipText;
import dev.parley.slip.TellUndone;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The engine's part for slips that are kept: they are sent on, and somebody is told, as for all others. */
@Dependent
public class SlipEngine implements PatternEngine {

    private final SlipSeals seals;

    /** The engine's part, with the keys. */
    @Inject
    public SlipEngine(SlipSeals seals) {
        this.seals = seals;
    }

    @Override
    public String pattern() {
        return SlipPattern.NAME;
    }

    @Override
    public boolean takes(PendingRequest request) {
        return request.request().operation() instanceof SlipResolution;
    }

    @Override
    public @Nullable Carried carried(Conversation conversation, Effect.Ask ask) {
        if (!(conversation.patternState() instanceof SlipState state)) {
            return null;
        }
        Slip slip = state.slip();
        return new Carried(
                slip.id() + "." + ask.key(),
                Map.of(
                        "Slip",
                        slip.id(),
                        "Direction",
                        slip.place().isBack() ? "back" : "forth",
                        "Step",
                        String.valueOf(slip.place().position())));
    }

    @Override
    public void enact(UnitOfWork unit, Conversation conversation, Effect.OfPattern effect) {
        if (effect instanceof ParkSlip park) {
            // For people to read: nobody may send it again beside the one that is kept
            String text = seals.texts().write(park.slip(), unit.now(), Instant.EPOCH);
            unit.gateway().park(conversation, text, park.reason());
        } else if (effect instanceof TellUndone tell) {
            UndoEngine.tell(unit, conversation.id(), tell);
        } else if (!act(unit, effect, seals.texts())) {
            throw EffectExecutor.unknown(conversation, effect);
        }
    }

    /** Carries out an effect that slips have whether they are kept or not; false if it is another one. */
    static boolean act(UnitOfWork unit, Effect.OfPattern effect, SlipText texts) {
        if (effect instanceof Forward forward) {
            Instant now = unit.now();
            Instant until = now.plus(unit.settings().retention());
            unit.gateway().send(SlipMessages.of(forward.slip(), texts.write(forward.slip(), now, until)));
            return true;
        }
        if (effect instanceof Announce announce) {
            Outgoing notice = SlipMessages.of(announce);
            if (notice != null) {
                unit.gateway().send(notice);
            }
            return true;
        }
        return false;
    }
}
