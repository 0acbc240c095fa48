package org.stackparity.store.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import javax.net.SocketFactory;

/**
 * Sockets to PostgreSQL that leave the time zone out of the message that starts a session. The driver always asks for the zone
 * of its JVM there, and that counts for the session as the default: no statement brings the server's own zone back. Fits
 * connections without encryption, whose first message it is (protocol 3, message StartupMessage).
 */
public final class ZonelessSockets extends SocketFactory {

    @Override
    public Socket createSocket() {
        return new ZonelessSocket();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw connected();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        throw connected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw connected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        throw connected();
    }

    private static IOException connected() {
        return new IOException("the driver asks for a connected socket; it is expected to connect the socket itself");
    }

    private static final class ZonelessSocket extends Socket {
        @Override
        public OutputStream getOutputStream() throws IOException {
            return new ZonelessStart(super.getOutputStream());
        }
    }

    /** Holds the first message back until it is whole, and lets everything behind it pass. */
    private static final class ZonelessStart extends FilterOutputStream {
        private static final int LENGTH_BYTES = 4;
        private static final int HEAD_BYTES = 8;
        private static final String ZONE = "TimeZone";

        private final ByteArrayOutputStream held = new ByteArrayOutputStream();
        private int length;
        private boolean isPast;

        ZonelessStart(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            if (isPast) {
                out.write(b);
                return;
            }
            held.write(b);
            if (held.size() == LENGTH_BYTES) {
                length = ByteBuffer.wrap(held.toByteArray()).getInt();
            } else if (held.size() == length) {
                isPast = true;
                out.write(withoutZone(held.toByteArray()));
            }
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            int next = offset;
            while (!isPast && next < offset + count) {
                write(bytes[next++]);
            }
            out.write(bytes, next, offset + count - next);
        }

        /** The message is its length, the version of the protocol, names and values that end with zero, and a zero. */
        private static byte[] withoutZone(byte[] message) {
            ByteArrayOutputStream kept = new ByteArrayOutputStream();
            int at = HEAD_BYTES;
            while (message[at] != 0) {
                int value = endOf(message, at) + 1;
                int next = endOf(message, value) + 1;
                if (!ZONE.equals(new String(message, at, value - 1 - at, UTF_8))) {
                    kept.write(message, at, next - at);
                }
                at = next;
            }
            ByteBuffer start = ByteBuffer.allocate(HEAD_BYTES + kept.size() + 1);
            start.putInt(start.capacity()).put(message, LENGTH_BYTES, HEAD_BYTES - LENGTH_BYTES);
            return start.put(kept.toByteArray()).array();
        }

        private static int endOf(byte[] message, int start) {
            int end = start;
            while (message[end] != 0) {
                end++;
            }
            return end;
        }
    }
}
