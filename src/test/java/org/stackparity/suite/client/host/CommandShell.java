package org.stackparity.suite.client.host;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.stackparity.environment.Environment;
import org.stackparity.suite.junit.NotObservedException;

/**
 * Starts a local command that leads to a shell on the host, like {@code kubectl exec -i {node} -- sh -s}, and pipes the
 * script to it. No shell reads the command itself.
 */
final class CommandShell implements Shell {
    private final String name;
    private final List<String> command;

    CommandShell(String name, Environment.Host host, List<String> command) {
        this.name = name;
        this.command = command.stream()
                .map(word -> word.replace("{node}", host.address()))
                .toList();
    }

    @Override
    public String run(String script, Duration limit) {
        CompletableFuture<Void> end = new CompletableFuture<>();
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            end.orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS).whenComplete((nothing, late) -> stop(process));
            Thread sender = new Thread(() -> send(process, script), "script-for-" + name);
            sender.setDaemon(true);
            sender.start();
            String text = read(process);
            if (end.isCompletedExceptionally()) {
                throw new CutOffException(
                        "The command " + command + " for the host " + name + " did not end within [" + limit.toSeconds()
                                + " s].",
                        text);
            }
            return text;
        } catch (IOException e) {
            throw new NotObservedException(
                    "The command " + command + " for the host " + name + " broke: " + e.getMessage() + ".");
        } finally {
            end.complete(null);
        }
    }

    /** What the command printed; nothing where it ended so early that its output was closed before it was read. */
    private String read(Process process) throws IOException {
        try {
            return BoundedText.read(process.getInputStream(), name);
        } catch (IOException e) {
            if (process.isAlive()) {
                throw e;
            }
            return "";
        }
    }

    /** A command that ends without reading everything is heard by what it printed, or did not. */
    private static void send(Process process, String script) {
        try (OutputStream input = process.getOutputStream()) {
            input.write(script.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            process.destroy();
        }
    }

    private static void stop(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
