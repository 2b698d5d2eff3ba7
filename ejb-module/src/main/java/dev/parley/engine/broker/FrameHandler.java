package dev.parley.engine.broker;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;

/** Cuts off a client that sends what it may not. */
final class FrameHandler extends ChannelInboundHandlerAdapter {

    private static final Logger LOG = System.getLogger(FrameHandler.class.getName());

    private final FrameLimit limit;
    private boolean isOver;

    FrameHandler(FrameLimit limit) {
        this.limit = limit;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        String objection = !isOver && message instanceof ByteBuf bytes ? limit.objection(bytes) : null;
        if (objection != null) {
            cutOff(context, objection);
        }
        if (isOver) {
            ReferenceCountUtil.release(message);
        } else {
            context.fireChannelRead(message);
        }
    }

    private void cutOff(ChannelHandlerContext context, String objection) {
        isOver = true;
        LOG.log(Level.WARNING, "{0} {1}", context.channel().remoteAddress(), objection);
        context.writeAndFlush(Unpooled.copiedBuffer(limit.farewell(), StandardCharsets.UTF_8))
                .addListener(ChannelFutureListener.CLOSE);
    }
}
