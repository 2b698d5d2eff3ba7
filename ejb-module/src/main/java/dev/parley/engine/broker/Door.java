package dev.parley.engine.broker;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.apache.activemq.artemis.core.remoting.server.RemotingService;
import org.apache.activemq.artemis.spi.core.remoting.Acceptor;
import org.jspecify.annotations.Nullable;

/**
 * The way into the broker from outside, which is open only while the broker is guarded: what was sent before could say
 * whatever it likes of its sender.
 */
final class Door {

    private static final Logger LOG = System.getLogger(Door.class.getName());

    private static final String ACCEPTOR = "parley";

    private final RemotingService remoting;

    Door(RemotingService remoting) {
        this.remoting = remoting;
    }

    void open() {
        Acceptor acceptor = acceptor();
        if (acceptor == null) {
            return;
        }
        try {
            acceptor.start();
        } catch (Exception e) {
            LOG.log(Level.ERROR, "The acceptor " + ACCEPTOR + " cannot be opened", e);
        }
    }

    void close() {
        Acceptor acceptor = acceptor();
        if (acceptor == null) {
            return;
        }
        try {
            acceptor.stop();
        } catch (Exception e) {
            LOG.log(Level.WARNING, "The acceptor " + ACCEPTOR + " cannot be closed", e);
        }
    }

    /** Null if there is none, or it opens by itself: the server was configured by an older version. */
    private @Nullable Acceptor acceptor() {
        Acceptor acceptor = remoting.getAcceptor(ACCEPTOR);
        if (acceptor != null && acceptor.isAutoStart()) {
            LOG.log(Level.WARNING, "The acceptor {0} is open without Parley: run configure.cli again", ACCEPTOR);
            return null;
        }
        return acceptor;
    }
}
