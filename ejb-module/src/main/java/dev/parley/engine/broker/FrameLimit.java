package dev.parley.engine.broker;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/** What one client may send. */
interface FrameLimit {

    /** Looks at what has come, without taking it: what is wrong with it; null if it may go on. */
    @Nullable
    String objection(ByteBuf bytes);

    /** What the client is told in its protocol before it is cut off; empty for nothing. */
    String farewell();

    /** Somebody has logged in on this connection. */
    default void loggedIn() {}
}
