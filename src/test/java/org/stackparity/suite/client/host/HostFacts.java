package org.stackparity.suite.client.host;

import java.util.Optional;
import java.util.Set;
import org.stackparity.environment.Contract;
import org.stackparity.suite.client.Sha256;
import org.stackparity.suite.junit.NotObservedException;

/**
 * What one host told about itself in one pass. Each method throws {@link NotObservedException} where the host did not
 * tell, with what its tool said.
 */
public final class HostFacts {
    private static final int TIMED_OUT = 124;

    private final HostAnswers answers;

    HostFacts(HostAnswers answers) {
        this.answers = answers;
    }

    /** The host's name and that of its environment, for messages. */
    public String name() {
        return answers.host();
    }

    /** Tells one running machine from another without telling which it is: a digest of machine id and boot id. */
    public String machine() {
        return Sha256.of(answers.text("machine"), 16);
    }

    /** The zone of the login's shell. */
    public ZoneFacts zone() {
        return ZoneFacts.parse(answers.text("zone"));
    }

    /** Whether a process has left its pid file behind and runs no more. */
    public boolean isGone(Contract.ProcessRef process) {
        HostAnswers.Part part = answers.part(HostScript.key("process", process.name()));
        return !part.isFound() && part.text().contains(HostScript.GONE);
    }

    public ProcessFacts process(Contract.ProcessRef process) {
        return ProcessFacts.parse(toldOf(process, "process"));
    }

    /** What a process may use of its host. */
    public CapacityFacts capacity(Contract.ProcessRef process) {
        return CapacityFacts.parse(
                "process [" + process.name() + "] of the host " + name(), toldOf(process, "capacity"));
    }

    private String toldOf(Contract.ProcessRef process, String fact) {
        HostAnswers.Part part = answers.part(HostScript.key(fact, process.name()));
        if (!part.isFound()) {
            throw new NotObservedException("The process [" + process.name() + "] of the host " + name() + " (pid file "
                    + process.pidFile() + ") cannot be looked at: [" + lastLine(part.text()) + "]"
                    + (part.text().contains("sudo -n") ? "; " + HostScript.RIGHTS : "") + ".");
        }
        return part.text();
    }

    /** The connections of a process and its descendants while it was looked at; may be empty. Not all inbound ones. */
    public Set<RemoteSocket> sockets(Contract.ProcessRef process) {
        return RemoteSocket.parse(name(), answers.text(HostScript.key("sockets", process.name())));
    }

    /** The file at a path of the contract, or empty if there is none. */
    public Optional<FileFacts> file(String path) {
        HostAnswers.Part part = answers.part(HostScript.key("file", path));
        if (part.isMissing()) {
            return Optional.empty();
        }
        if (!part.isFound()) {
            throw new NotObservedException("The file [" + path + "] of the host " + name() + " cannot be read: ["
                    + part.text().strip() + "].");
        }
        return Optional.of(FileFacts.parse(name(), path, part.text()));
    }

    /** The text of a file, like a crontab. */
    public String text(String path) {
        HostAnswers.Part part = answers.part(HostScript.key("text", path));
        if (!part.isFound()) {
            throw new NotObservedException("The file [" + path + "] of the host " + name() + " cannot be read: ["
                    + part.text().strip() + "].");
        }
        return part.text();
    }

    /** The value that a properties file gives a key, the last one if there are several; empty if it gives none. */
    public Optional<String> setting(Contract.Setting setting) {
        return SettingLine.last(answers.text(HostScript.key("setting", setting.file(), setting.key())), setting.key());
    }

    /** Where a dependency's setting leads. */
    public EndpointFacts endpoint(Contract.Dependency dependency) {
        HostAnswers.Part part = answers.part(HostScript.key("endpoint", dependency.name()));
        if (!part.isFound()) {
            throw new NotObservedException("The address of [" + dependency.name() + "] on the host " + name()
                    + " is not known: key [" + dependency.address().key() + "] in ["
                    + dependency.address().file() + "]: [" + lastLine(part.text()) + "].");
        }
        return EndpointFacts.parse(part.text());
    }

    /** Connections made from the host to a dependency. */
    public ConnectFacts connects(Contract.Dependency dependency) {
        HostAnswers.Part part = answers.part(HostScript.key("connects", dependency.name()));
        if (!part.isFound() && part.status() != TIMED_OUT) {
            throw new NotObservedException("The host " + name() + " cannot connect to [" + dependency.name()
                    + "] on our behalf: [" + lastLine(part.text()) + "]; bash and timeout are needed there.");
        }
        return ConnectFacts.parse(part.status(), part.text());
    }

    /** The last line that is not empty: settings may hold a login before it, an error says its reason there. */
    private static String lastLine(String text) {
        String[] lines = text.strip().split("\n");
        return lines[lines.length - 1].strip();
    }
}
