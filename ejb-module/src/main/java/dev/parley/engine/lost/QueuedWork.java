package dev.parley.engine.lost;

import dev.parley.engine.wire.AdapterMessages;
import dev.parley.engine.wire.Lane;
import dev.parley.engine.wire.MessageHeaders;
import dev.parley.engine.wire.Queues;
import dev.parley.message.Headers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.QueueBrowser;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The work that lies in the queues, looked at without being taken. What a consumer has, or what is in doubt, is not
 * seen.
 */
@ApplicationScoped
class QueuedWork {

    private static final Logger LOG = System.getLogger(QueuedWork.class.getName());

    /** So many are remembered; any others are sent again, which does no harm. */
    private static final int MOST = 200_000;

    private static final List<Lane> LANES = List.of(Lane.SHARED, Lane.ISOLATED, Lane.SLOW, Lane.GROUPED);

    @Inject
    Queues queues;

    /** What it is about, as far as it can be looked at; not to be asked within a transaction. */
    Set<LostWork.Place> places() {
        Set<LostWork.Place> found = new HashSet<>();
        try (JMSContext context = queues.open()) {
            for (Lane lane : LANES) {
                look(context, lane, found);
            }
        } catch (JMSException | JMSRuntimeException e) {
            LOG.log(Level.WARNING, "Not all queues of work can be looked at: what lies there may be sent again", e);
        }
        return found;
    }

    private void look(JMSContext context, Lane lane, Set<LostWork.Place> found) throws JMSException {
        try (QueueBrowser browser = context.createBrowser(queues.of(lane))) {
            Enumeration<?> messages = browser.getEnumeration();
            while (found.size() < MOST && messages.hasMoreElements()) {
                add(new MessageHeaders(AdapterMessages.inner((Message) messages.nextElement())), found);
            }
        }
    }

    private static void add(MessageHeaders headers, Set<LostWork.Place> found) {
        String id = headers.text(Headers.CONVERSATION_ID);
        if (id != null) {
            found.add(new LostWork.Place(id, headers.number(Headers.TURN, 0, Integer.MAX_VALUE)));
        }
    }
}
