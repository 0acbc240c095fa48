package org.stackparity.store.host;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.config.keys.AuthorizedKeysAuthenticator;
import org.apache.sshd.server.shell.InvertedShellWrapper;
import org.apache.sshd.server.shell.ProcessShell;

/**
 * The SSH daemon of a host: user {@code parity}, public key only, commands only. A command runs in {@code /bin/sh -c}, in
 * the folder and the environment of the host's process; nothing is faked or filtered.
 */
public final class SshDaemon {
    public static final String USER = "parity";
    /** How often a running command is looked at for output; the library's default is each millisecond. */
    private static final Duration LOOK = Duration.ofMillis(20);

    private SshDaemon() {}

    /** Starts the daemon where {@code ssh.listen} asks for it; a host may have one of its own, like a container with OpenSSH. */
    public static void startIfAsked(Settings settings, Path home) throws IOException {
        if (settings.find("ssh.listen").isPresent()) {
            start(
                    settings.requireEndpoint("ssh.listen"),
                    home.resolve("etc/ssh_host_key"),
                    home.resolve("etc/authorized_keys"));
        }
    }

    /** Starts to listen and returns; the daemon lives as long as the process. */
    private static void start(Endpoint listen, Path hostKey, Path authorizedKeys) throws IOException {
        SshServer server = SshServer.setUpDefaultServer();
        server.setHost(listen.host());
        server.setPort(listen.port());
        server.setKeyPairProvider(new FileKeyPairProvider(hostKey));
        AuthorizedKeysAuthenticator keys = new AuthorizedKeysAuthenticator(authorizedKeys);
        server.setPublickeyAuthenticator(
                (user, key, session) -> USER.equals(user) && keys.authenticate(user, key, session));
        server.setPasswordAuthenticator(null);
        server.setKeyboardInteractiveAuthenticator(null);
        server.setCommandFactory(
                (channel, command) -> new InvertedShellWrapper(new ProcessShell(List.of("/bin/sh", "-c", command))));
        CoreModuleProperties.PUMP_SLEEP_TIME.set(server, LOOK);
        server.start();
    }
}
