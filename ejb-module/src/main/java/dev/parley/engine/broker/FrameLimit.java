package dev.parley.engine.broker;

import io.netty.buffer.ByteBuf;

/** How much of a frame has come from one client. */
interface FrameLimit {

    /** Counts what has come, without taking it; whether the client sends more in one frame than it may. */
    boolean isExceededBy(ByteBuf bytes);

    /** What the client is told in its protocol before it is cut off; empty for nothing. */
    String farewell();
}
