package org.stackparity.store.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stackparity.store.host.Endpoint;

class TcpLinkTest {
    private static final Endpoint ANY_PORT = new Endpoint("127.0.0.1", 0);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private ServerSocket echo;

    @BeforeEach
    void startEcho() throws IOException {
        echo = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        threads.execute(this::serve);
    }

    @AfterEach
    void stopEcho() throws IOException {
        echo.close();
        threads.shutdownNow();
    }

    @Test
    void passesBytesBothWaysWhenHealthy() throws IOException {
        try (TcpLink link = open(LinkQuality.HEALTHY)) {
            assertThat(roundTrip(link, 42)).isEqualTo(42);
            assertThat(roundTrip(link, 43)).isEqualTo(43);
        }
    }

    @Test
    void resetsTheGivenShareOfConnections() throws IOException {
        int resets = 0;
        try (TcpLink link = open(new LinkQuality(0.25, 7, Duration.ZERO))) {
            for (int i = 0; i < 400; i++) {
                try {
                    roundTrip(link, 1);
                } catch (SocketException e) {
                    resets++;
                }
            }
        }
        assertThat(resets).isBetween(75, 125);
    }

    @Test
    void delaysEachDirection() throws IOException {
        try (TcpLink link = open(new LinkQuality(0, 0, Duration.ofMillis(30)))) {
            long start = System.nanoTime();
            assertThat(roundTrip(link, 9)).isEqualTo(9);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofMillis(60), Duration.ofMillis(600));
        }
    }

    @Test
    void passesOverATargetThatRefuses() throws IOException {
        Endpoint nobody;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            nobody = new Endpoint("127.0.0.1", closed.getLocalPort());
        }
        try (TcpLink link = TcpLink.open(ANY_PORT, List.of(nobody, echoAddress()), LinkQuality.HEALTHY)) {
            assertThat(roundTrip(link, 5)).isEqualTo(5);
            assertThat(roundTrip(link, 6)).isEqualTo(6);
        }
    }

    private TcpLink open(LinkQuality quality) {
        return TcpLink.open(ANY_PORT, List.of(echoAddress()), quality);
    }

    private Endpoint echoAddress() {
        return new Endpoint("127.0.0.1", echo.getLocalPort());
    }

    private static int roundTrip(TcpLink link, int value) throws IOException {
        try (Socket socket = new Socket(link.endpoint().host(), link.endpoint().port())) {
            socket.getOutputStream().write(value);
            int answer = socket.getInputStream().read();
            if (answer < 0) {
                throw new IOException("the link closed without a reset");
            }
            return answer;
        }
    }

    private void serve() {
        while (!echo.isClosed()) {
            try {
                Socket socket = echo.accept();
                threads.execute(() -> answer(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void answer(Socket socket) {
        try (socket) {
            socket.getInputStream().transferTo(socket.getOutputStream());
        } catch (IOException e) {
            throw new IllegalStateException("echoing", e);
        }
    }
}
