package io.authsvcs.local.load;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One kept connection that nobody waits for, with as little as HTTP/1.1 needs: a client that costs much would measure
 * itself.
 */
final class Wire implements AutoCloseable {
    private static final int LONGEST_ANSWER = 16 * 1_024;
    private static final byte[] END = bytes("\r\n\r\n");

    private final SocketChannel channel;
    private final ByteBuffer answer = ByteBuffer.allocate(LONGEST_ANSWER);

    private Wire(SocketChannel channel) {
        this.channel = channel;
    }

    /**
     * Begins to connect.
     *
     * @param owner what the selector's key of this connection has attached
     */
    static Wire to(InetSocketAddress server, Selector selector, Object owner) throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            boolean connected = channel.connect(server);
            channel.register(selector, connected ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT, owner);
            return new Wire(channel);
        } catch (IOException | RuntimeException refused) {
            channel.close();
            throw refused;
        }
    }

    boolean isConnected() {
        return channel.isConnected();
    }

    /** To be called when the selector says so. */
    void finishConnecting(SelectionKey key) throws IOException {
        channel.finishConnect();
        key.interestOps(SelectionKey.OP_READ);
    }

    void ask(byte[] request) throws IOException {
        answer.clear();
        ByteBuffer left = ByteBuffer.wrap(request);
        while (left.hasRemaining()) {
            // One request fits into the buffer of a connection on which none is under way.
            channel.write(left);
        }
    }

    /** What has come; the head, once the answer is whole. */
    Optional<Head> read() throws IOException {
        if (channel.read(answer) < 0) {
            throw new EOFException("The connection has ended");
        }
        int end = endOfHead();
        if (end < 0) {
            requireRoom();
            return Optional.empty();
        }
        Head head = Head.parse(new String(answer.array(), 0, end, StandardCharsets.ISO_8859_1));
        if (answer.position() < end + END.length + head.length()) {
            requireRoom();
            return Optional.empty();
        }
        return Optional.of(head);
    }

    private void requireRoom() throws IOException {
        if (!answer.hasRemaining()) {
            throw new IOException("An answer of more than " + LONGEST_ANSWER + " bytes");
        }
    }

    private int endOfHead() {
        for (int begin = 0; begin + END.length <= answer.position(); begin++) {
            if (isEnd(begin)) {
                return begin;
            }
        }
        return -1;
    }

    private boolean isEnd(int begin) {
        for (int i = 0; i < END.length; i++) {
            if (answer.get(begin + i) != END[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    static byte[] bytes(String request) {
        return request.getBytes(StandardCharsets.UTF_8);
    }
}
