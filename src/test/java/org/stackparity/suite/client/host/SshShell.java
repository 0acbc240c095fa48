package org.stackparity.suite.client.host;

import com.jcraft.jsch.ChannelExec;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchChangedHostKeyException;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.JSchHostKeyException;
import com.jcraft.jsch.JSchUnknownHostKeyException;
import com.jcraft.jsch.Session;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.stackparity.environment.Endpoint;
import org.stackparity.environment.Environment;
import org.stackparity.suite.junit.NotObservedException;

/** Logs in with a key and pipes the script to {@code sh -s}. A host key that is not known is refused, always. */
final class SshShell implements Shell {
    private static final int CONNECT_MILLIS = 5_000;
    /**
     * A daemon turns logins away at random while many are unfinished (sshd_config(5), MaxStartups), and refuses them while it
     * is restarted. Nothing was asked yet, so asking again hides nothing.
     */
    private static final int ATTEMPTS = 3;

    private static final Duration PAUSE = Duration.ofMillis(400);
    /** A host that needs longer to refuse is not there. */
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private final String name;
    private final Environment.Host host;
    private final Environment.Ssh ssh;

    SshShell(String name, Environment.Host host, Environment.Ssh ssh) {
        this.name = name;
        this.host = host;
        this.ssh = ssh;
    }

    @Override
    public String run(String script, Duration limit) {
        String address = host.address();
        int port = host.port().orElse(ssh.port());
        Optional<Session> jump = Optional.empty();
        if (!Files.isReadable(ssh.key())) {
            throw new NotObservedException("The host " + name + " cannot be asked: the private key " + ssh.key()
                    + " cannot be read; expected the file that ssh.key names.");
        }
        try {
            JSch client = client();
            if (ssh.jump().isEmpty()) {
                return runAndLeave(logIn(client, address, port, Optional.empty()), script, limit);
            }
            Endpoint through = Endpoint.parse(ssh.jump().get(), ssh.port());
            address = through.host();
            port = through.port();
            jump = Optional.of(logIn(client, address, port, Optional.empty()));
            int local =
                    jump.get().setPortForwardingL(0, host.address(), host.port().orElse(ssh.port()));
            address = host.address();
            port = host.port().orElse(ssh.port());
            return runAndLeave(logIn(client, "127.0.0.1", local, Optional.of(knownAs(address, port))), script, limit);
        } catch (JSchException e) {
            throw new NotObservedException(reason(e, address, port));
        } catch (IOException e) {
            throw new NotObservedException("The session with the host " + name + " at " + new Endpoint(address, port)
                    + " broke: " + e.getMessage() + ".");
        } finally {
            jump.ifPresent(Session::disconnect);
        }
    }

    private JSch client() throws JSchException {
        JSch client = new JSch();
        client.setKnownHosts(ssh.knownHosts().toString());
        client.addIdentity(ssh.key().toString());
        return client;
    }

    /** @param alias under which known_hosts has the server, where that is not its address */
    private Session logIn(JSch client, String address, int port, Optional<String> alias) throws JSchException {
        int attempt = 1;
        while (true) {
            Session session = session(client, address, port);
            alias.ifPresent(session::setHostKeyAlias);
            long start = System.nanoTime();
            try {
                session.connect(CONNECT_MILLIS);
                return session;
            } catch (JSchException e) {
                boolean wasQuick = System.nanoTime() - start < AT_ONCE.toNanos();
                if (attempt == ATTEMPTS || !wasQuick || isFinal(e)) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE.multipliedBy(attempt).toNanos());
                attempt++;
            }
        }
    }

    /** Whether the daemon, or we, said no after looking at a key. */
    private static boolean isFinal(JSchException e) {
        return e instanceof JSchHostKeyException || isLockedOut(e);
    }

    private static boolean isLockedOut(JSchException e) {
        return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).startsWith("auth");
    }

    private Session session(JSch client, String address, int port) throws JSchException {
        Session session = client.getSession(ssh.user(), address, port);
        session.setConfig("StrictHostKeyChecking", "yes");
        session.setConfig("PreferredAuthentications", "publickey");
        return session;
    }

    private String runAndLeave(Session session, String script, Duration limit) throws JSchException, IOException {
        CompletableFuture<Void> end = new CompletableFuture<>();
        try {
            end.orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                    .whenComplete((nothing, late) -> session.disconnect());
            ChannelExec channel = (ChannelExec) session.openChannel("exec");
            channel.setCommand("sh -s");
            channel.setInputStream(new ByteArrayInputStream(script.getBytes(StandardCharsets.UTF_8)));
            InputStream printed = channel.getInputStream();
            channel.connect(CONNECT_MILLIS);
            String text = BoundedText.read(printed, name);
            if (end.isCompletedExceptionally()) {
                throw new CutOffException(
                        "The script on the host " + name + " did not end within [" + limit.toSeconds() + " s].", text);
            }
            return text;
        } finally {
            end.complete(null);
            session.disconnect();
        }
    }

    private String reason(JSchException e, String address, int port) {
        String at = "The host " + name + " at " + new Endpoint(address, port);
        String message = String.valueOf(e.getMessage());
        if (e instanceof JSchChangedHostKeyException) {
            return at + " shows another host key than the line [" + knownAs(address, port) + " …] in "
                    + ssh.knownHosts() + "; find out why before you change that line.";
        }
        if (e instanceof JSchUnknownHostKeyException) {
            return at + " shows a host key that is not in " + ssh.knownHosts()
                    + "; compare its fingerprint with the host's own, then add a line [" + knownAs(address, port)
                    + " …].";
        }
        if (isLockedOut(e)) {
            return at + " does not let the user [" + ssh.user() + "] in with the key " + ssh.key()
                    + "; is its public half in the user's authorized_keys?";
        }
        return at + " cannot be reached over SSH: " + message + ".";
    }

    /** The name by which a known_hosts file knows a server (sshd(8)): with brackets unless the port is 22. */
    private static String knownAs(String address, int port) {
        return port == 22 ? address : "[" + address + "]:" + port;
    }
}
