package org.stackparity.suite.client.host;

import com.jcraft.jsch.ChannelExec;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchChangedHostKeyException;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.JSchUnknownHostKeyException;
import com.jcraft.jsch.Session;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.stackparity.environment.Environment;
import org.stackparity.suite.junit.NotObservedException;

/** Logs in with a key and pipes the script to {@code sh -s}. A host key that is not known is refused, always. */
final class SshShell implements Shell {
    private static final int CONNECT_MILLIS = 5_000;

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
        try {
            JSch client = client();
            if (ssh.jump().isEmpty()) {
                return runAndLeave(session(client, address, port), script, limit);
            }
            String through = ssh.jump().get();
            int colon = through.lastIndexOf(':');
            address = colon < 0 ? through : through.substring(0, colon);
            port = colon < 0 ? ssh.port() : Integer.parseInt(through.substring(colon + 1));
            jump = Optional.of(session(client, address, port));
            jump.get().connect(CONNECT_MILLIS);
            int local =
                    jump.get().setPortForwardingL(0, host.address(), host.port().orElse(ssh.port()));
            address = host.address();
            port = host.port().orElse(ssh.port());
            Session behind = session(client, "127.0.0.1", local);
            behind.setHostKeyAlias(knownAs(address, port));
            return runAndLeave(behind, script, limit);
        } catch (JSchException e) {
            throw new NotObservedException(reason(e, address, port));
        } catch (IOException e) {
            throw new NotObservedException("The session with the host " + name + " at " + address + ":" + port
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

    private Session session(JSch client, String address, int port) throws JSchException {
        Session session = client.getSession(ssh.user(), address, port);
        session.setConfig("StrictHostKeyChecking", "yes");
        session.setConfig("PreferredAuthentications", "publickey");
        return session;
    }

    private String runAndLeave(Session session, String script, Duration limit) throws JSchException, IOException {
        CompletableFuture<Void> end = new CompletableFuture<>();
        try {
            session.connect(CONNECT_MILLIS);
            end.orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                    .whenComplete((nothing, late) -> session.disconnect());
            ChannelExec channel = (ChannelExec) session.openChannel("exec");
            channel.setCommand("sh -s");
            channel.setInputStream(new ByteArrayInputStream(script.getBytes(StandardCharsets.UTF_8)));
            InputStream printed = channel.getInputStream();
            channel.connect(CONNECT_MILLIS);
            String text = BoundedText.read(printed, name);
            if (end.isCompletedExceptionally()) {
                throw new NotObservedException(
                        "The script on the host " + name + " did not end within [" + limit.toSeconds() + " s].");
            }
            return text;
        } finally {
            end.complete(null);
            session.disconnect();
        }
    }

    private String reason(JSchException e, String address, int port) {
        String at = "The host " + name + " at " + address + ":" + port;
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
        if (message.toLowerCase(Locale.ROOT).startsWith("auth")) {
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
