package org.stackparity.suite.client.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.KeyPair;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.config.keys.AuthorizedKeysAuthenticator;
import org.apache.sshd.server.forward.AcceptAllForwardingFilter;
import org.apache.sshd.server.shell.InvertedShellWrapper;
import org.apache.sshd.server.shell.ProcessShell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.stackparity.environment.Environment;
import org.stackparity.suite.junit.NotObservedException;

@EnabledOnOs(OS.LINUX)
class SshShellTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    private SshServer server;
    private String hostKey;
    private final AtomicInteger logins = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @BeforeEach
    void startDaemon() throws IOException, JSchException {
        hostKey = key("host");
        Files.writeString(folder.resolve("authorized_keys"), key("id") + "\n");
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(new FileKeyPairProvider(folder.resolve("host")));
        server.setPublickeyAuthenticator(new AuthorizedKeysAuthenticator(folder.resolve("authorized_keys")));
        server.setForwardingFilter(AcceptAllForwardingFilter.INSTANCE);
        server.setCommandFactory(
                (channel, command) -> new InvertedShellWrapper(new ProcessShell(List.of("/bin/sh", "-c", command))));
        server.start();
        trust(hostKey);
    }

    @AfterEach
    void stopDaemon() throws IOException {
        threads.shutdownNow();
        server.close(true);
    }

    @Test
    void runsAScriptInARealShell() {
        assertThat(shell("id", Optional.empty()).run("echo $((40 + 2))\n", LIMIT))
                .isEqualTo("42\n");
    }

    @Test
    void passesThroughAJumpHostAndChecksBothKeys() throws IOException {
        Optional<String> jump = Optional.of("127.0.0.1:" + server.getPort());
        assertThat(shell("id", jump).run("echo behind", LIMIT)).isEqualTo("behind\n");

        Files.writeString(folder.resolve("known_hosts"), "");
        assertThatThrownBy(() -> shell("id", jump).run("echo behind", LIMIT)).hasMessageContaining("not in");
    }

    @Test
    void aJumpHostWithoutAPortHasThatOfTheOthers() {
        for (String jump : List.of("127.0.0.1", "[127.0.0.1]")) {
            assertThat(shell("id", Optional.of(jump), server.getPort(), server.getPort())
                            .run("echo behind", LIMIT))
                    .isEqualTo("behind\n");
        }
        for (String jump :
                List.of("[2001:db8::1%none]", "2001:db8::1%none", "[2001:db8::1%none]:" + server.getPort())) {
            assertThatThrownBy(() -> shell("id", Optional.of(jump), server.getPort(), server.getPort())
                            .run("echo behind", LIMIT))
                    .as(jump)
                    .isInstanceOf(NotObservedException.class)
                    .hasMessageContaining(
                            "web1 of dallas at [2001:db8::1%none]:" + server.getPort() + " cannot be reached");
        }
    }

    @Test
    void refusesAHostKeyThatIsNotKnown() throws IOException {
        Files.writeString(folder.resolve("known_hosts"), "");
        assertThatThrownBy(() -> shell("id", Optional.empty()).run("true", LIMIT))
                .isInstanceOf(NotObservedException.class)
                .hasMessageContainingAll("host key that is not in", "known_hosts", "[127.0.0.1]:" + server.getPort());
    }

    @Test
    void refusesAHostKeyThatHasChanged() throws IOException, JSchException {
        trust(key("other"));
        assertThatThrownBy(() -> shell("id", Optional.empty()).run("true", LIMIT))
                .isInstanceOf(NotObservedException.class)
                .hasMessageContaining("shows another host key");
    }

    @Test
    void saysWhichKeyIsNotLetIn() throws JSchException, IOException {
        key("stranger");
        assertThatThrownBy(() -> shell("stranger", Optional.empty()).run("true", LIMIT))
                .isInstanceOf(NotObservedException.class)
                .hasMessageContainingAll("[parity]", "stranger", "authorized_keys");
    }

    @Test
    void saysThatTheKeyIsMissing() {
        assertThatThrownBy(() -> shell("none", Optional.empty()).run("true", LIMIT))
                .isInstanceOf(NotObservedException.class)
                .hasMessageContainingAll("web1 of dallas", "none cannot be read");
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        int port = server.getPort();
        server.stop(true);
        assertThatThrownBy(() -> shell("id", Optional.empty(), port).run("true", LIMIT))
                .isInstanceOf(NotObservedException.class)
                .hasMessageContainingAll("web1 of dallas at 127.0.0.1:" + port, "cannot be reached");
    }

    @Test
    void comesBackToADaemonThatIsTooBusyForALogin() throws IOException {
        try (ServerSocket door = doorThatRefusesTheFirst(2)) {
            assertThat(shell("id", Optional.empty(), door.getLocalPort()).run("echo here", LIMIT))
                    .isEqualTo("here\n");
            assertThat(logins).hasValue(3);
        }
    }

    @Test
    void doesNotComeBackOnceItsKeyWasRefused() throws JSchException, IOException {
        key("stranger");
        try (ServerSocket door = doorThatRefusesTheFirst(0)) {
            assertThatThrownBy(() -> shell("stranger", Optional.empty(), door.getLocalPort())
                            .run("true", LIMIT))
                    .hasMessageContaining("authorized_keys");
            assertThat(logins).hasValue(1);
        }
    }

    @Test
    void givesUpOnAScriptThatDoesNotEnd() {
        assertThatThrownBy(() -> shell("id", Optional.empty()).run("sleep 30", Duration.ofMillis(500)))
                .isInstanceOf(NotObservedException.class)
                .hasMessageContaining("did not end");
    }

    @Test
    void givesUpOnAHostThatFloods() {
        assertThatThrownBy(() -> shell("id", Optional.empty()).run("yes", LIMIT))
                .isInstanceOf(NotObservedException.class)
                .hasMessageContaining("printed more than");
    }

    /** A port that closes its first connections at once and leads the others to the daemon; counts them all. */
    private ServerSocket doorThatRefusesTheFirst(int refused) throws IOException {
        ServerSocket door = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        Files.writeString(folder.resolve("known_hosts"), "[127.0.0.1]:" + door.getLocalPort() + " " + hostKey + "\n");
        threads.submit(() -> {
            while (!door.isClosed()) {
                Socket client = door.accept();
                if (logins.incrementAndGet() <= refused) {
                    client.close();
                    continue;
                }
                Socket daemon = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
                threads.submit(() -> client.getInputStream().transferTo(daemon.getOutputStream()));
                threads.submit(() -> daemon.getInputStream().transferTo(client.getOutputStream()));
            }
            return null;
        });
        return door;
    }

    private SshShell shell(String key, Optional<String> jump) {
        return shell(key, jump, server.getPort());
    }

    private SshShell shell(String key, Optional<String> jump, int port) {
        return shell(key, jump, port, 22);
    }

    private SshShell shell(String key, Optional<String> jump, int port, int defaultPort) {
        return new SshShell(
                "web1 of dallas",
                new Environment.Host("web1", "127.0.0.1", Optional.of(port), List.of("web")),
                new Environment.Ssh("parity", folder.resolve(key), folder.resolve("known_hosts"), defaultPort, jump));
    }

    private void trust(String key) throws IOException {
        Files.writeString(folder.resolve("known_hosts"), "[127.0.0.1]:" + server.getPort() + " " + key + "\n");
    }

    /** Writes a new private key and returns its public line. */
    private String key(String name) throws JSchException, IOException {
        KeyPair pair = KeyPair.genKeyPair(new JSch(), KeyPair.ECDSA, 256);
        pair.writePrivateKey(folder.resolve(name).toString());
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        pair.writePublicKey(line, "");
        return line.toString(StandardCharsets.US_ASCII).strip();
    }
}
