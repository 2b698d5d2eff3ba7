package dev.parley.engine.broker;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.apache.activemq.artemis.core.remoting.server.RemotingService;
import org.apache.activemq.artemis.spi.core.remoting.Acceptor;
import org.jspecify.annotations.Nullable;

/**
 * The way into the broker from outside, which is open only while the broker is guarded: what was sent before could say
 * whatever it likes of its sender. What keeps it from opening, such as a port that is taken, is said once and tried
 * again at each {@link #look}.
 */
final class Door {

    private static final Logger LOG = System.getLogger(Door.class.getName());

    private static final String ACCEPTOR = "parley";

    private final RemotingService remoting;
    private boolean wanted;
    private @Nullable String obstacle;

    Door(RemotingService remoting) {
        this.remoting = remoting;
    }

    /** Opens it, or has {@link #look} do so. */
    synchronized void open() {
        wanted = true;
        look();
    }

    /** Opens it if it is to be open and is not. */
    synchronized void look() {
        Acceptor acceptor = wanted ? acceptor() : null;
        if (acceptor == null || (acceptor.isStarted() && obstacle == null)) {
            return;
        }
        try {
            acceptor.start();
            if (obstacle != null) {
                LOG.log(Level.INFO, "The acceptor {0} is open now", ACCEPTOR);
            }
            obstacle = null;
        } catch (Exception e) {
            keptFromOpening(acceptor, e);
        }
    }

    synchronized void close() {
        boolean open = wanted;
        wanted = false;
        obstacle = null;
        Acceptor acceptor = open ? acceptor() : null;
        if (acceptor != null) {
            stop(acceptor);
        }
    }

    /** What keeps it from opening, if anything does. */
    synchronized @Nullable String obstacle() {
        return obstacle;
    }

    private void keptFromOpening(Acceptor acceptor, Exception e) {
        if (obstacle == null) {
            LOG.log(Level.ERROR, "The acceptor " + ACCEPTOR + " cannot be opened and is tried again", e);
        }
        obstacle = String.valueOf(e.getMessage());
        stop(acceptor); // one that could not bind believes itself started
    }

    private static void stop(Acceptor acceptor) {
        try {
            acceptor.stop();
        } catch (Exception e) {
            LOG.log(Level.WARNING, "The acceptor " + ACCEPTOR + " cannot be closed", e);
        }
    }

    /** Null if there is none, or it opens by itself: the server was configured by an older version. */
    private @Nullable Acceptor acceptor() {
        Acceptor acceptor = remoting.getAcceptor(ACCEPTOR);
        return acceptor == null || acceptor.isAutoStart() ? null : acceptor;
    }

    /** Says so if the acceptor opens by itself. */
    void checkConfiguration() {
        Acceptor acceptor = remoting.getAcceptor(ACCEPTOR);
        if (acceptor != null && acceptor.isAutoStart()) {
            LOG.log(Level.WARNING, "The acceptor {0} is open without Parley: run configure.cli again", ACCEPTOR);
        }
    }
}
