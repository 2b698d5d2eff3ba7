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

/** Cuts off a client that sends more in one frame than it may. */
final class FrameHandler extends ChannelInboundHandlerAdapter {

    private static final Logger LOG = System.getLogger(FrameHandler.class.getName());

    private final FrameLimit limit;
    private boolean isOver;

    FrameHandler(FrameLimit limit) {
        this.limit = limit;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (isOver || (message instanceof ByteBuf bytes && limit.isExceededBy(bytes))) {
            ReferenceCountUtil.release(message);
            cutOff(context);
        } else {
            context.fireChannelRead(message);
        }
    }

    private void cutOff(ChannelHandlerContext context) {
        if (!isOver) {
            isOver = true;
            LOG.log(
                    Level.WARNING,
                    "{0} sends frames that are too large",
                    context.channel().remoteAddress());
            context.writeAndFlush(Unpooled.copiedBuffer(limit.farewell(), StandardCharsets.UTF_8))
                    .addListener(ChannelFutureListener.CLOSE);
        }
    }
}
