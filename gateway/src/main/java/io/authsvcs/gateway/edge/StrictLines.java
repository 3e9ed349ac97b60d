package io.authsvcs.gateway.edge;

import static io.netty.handler.codec.http.HttpConstants.CR;
import static io.netty.handler.codec.http.HttpConstants.HT;
import static io.netty.handler.codec.http.HttpConstants.LF;
import static io.netty.handler.codec.http.HttpConstants.SP;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ByteProcessor;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;

/**
 * Refuses a head with a line that begins with a blank (RFC 9112 §5.2: the server would join it to the one before, others
 * would not), with a carriage return that ends no line (§2.2), or with another control character. It stands before the
 * decoder, which leaves no trace of any of them.
 */
final class StrictLines extends ChannelInboundHandlerAdapter {
    /** Whatever part of a head it stands in, the decoder refuses it: also behind a carriage return that came before. */
    private static final byte[] NO_LINE = "?\n?\r\n".getBytes(StandardCharsets.US_ASCII);

    private static final byte DELETE = 0x7f;

    private final StrictFraming framing;
    private final ByteProcessor plain = this::isPlain;
    private byte previous = LF;
    private boolean refused;

    StrictLines(StrictFraming framing) {
        this.framing = framing;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (refused) {
            ReferenceCountUtil.release(message);
        } else if (message instanceof ByteBuf bytes && isOdd(bytes)) {
            readLines(context, bytes);
        } else {
            context.fireChannelRead(message);
        }
    }

    /** Bodies may have anything, as indented JSON has blanks. Where a line is of a body is known when all before it is. */
    private void readLines(ChannelHandlerContext context, ByteBuf bytes) {
        try {
            while (bytes.isReadable() && !refused) {
                readLine(context, bytes.readSlice(lengthOfLine(bytes)));
            }
        } finally {
            bytes.release();
        }
    }

    private void readLine(ChannelHandlerContext context, ByteBuf line) {
        boolean odd = isOdd(line);
        previous = line.getByte(line.writerIndex() - 1);
        if (odd && !framing.isInBody()) {
            refuse(context, Unpooled.wrappedBuffer(NO_LINE));
            return;
        }
        long before = framing.parts();
        context.fireChannelRead(line.retain());
        if (odd && framing.parts() == before) {
            refuse(context, noChunk());
        }
    }

    private void refuse(ChannelHandlerContext context, Object message) {
        refused = true;
        context.fireChannelRead(message);
    }

    /** What was no part of the body that it stands in was the line before a chunk, in which nothing odd may be (§7.1). */
    private static LastHttpContent noChunk() {
        LastHttpContent end = new DefaultLastHttpContent();
        end.setDecoderResult(DecoderResult.failure(new DecoderException("A chunk's line has a control character")));
        return end;
    }

    private static int lengthOfLine(ByteBuf bytes) {
        int before = bytes.bytesBefore(LF);
        return before < 0 ? bytes.readableBytes() : before + 1;
    }

    /** Looks at all of it, or goes back to where it began. */
    private boolean isOdd(ByteBuf bytes) {
        byte before = previous;
        boolean odd = bytes.forEachByte(plain) >= 0;
        previous = odd ? before : previous;
        return odd;
    }

    private boolean isPlain(byte next) {
        boolean odd = switch (previous) {
            case CR -> next != LF;
            case LF -> next == SP || next == HT || isControl(next);
            default -> isControl(next);
        };
        previous = next;
        return !odd;
    }

    private static boolean isControl(byte next) {
        return next == DELETE || (next >= 0 && next < SP && next != HT && next != CR && next != LF);
    }
}
