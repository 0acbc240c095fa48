package org.stackparity.store;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.stackparity.store.boot.HostMain;

/** The process of a host. It holds the other end of the child's standard input: the child ends when this process does. */
final class HostProcess implements AutoCloseable {
    private static final List<String> JVM = List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "-Xss512k",
            "-Xmx96m",
            "-XX:-UsePerfData",
            "-Djava.net.preferIPv4Stack=true",
            "-Djava.security.egd=file:/dev/urandom",
            "-Dlogback.configurationFile=store/logback-store.xml",
            "-D" + HostMain.ENDS_WITH_PARENT + "=true");
    private static final int TAIL_LINES = 30;
    /** Ending takes a moment, and writing the archive of shared classes some seconds. */
    private static final int STOP_SECONDS = 20;

    private final StagedHost host;
    private final String description;
    private final Process process;

    private HostProcess(StagedHost host, String description, Process process) {
        this.host = host;
        this.description = description;
        this.process = process;
    }

    /** @param mayWriteClasses whether this is the one that writes the archive of shared classes where there is none */
    static HostProcess start(StagedHost host, SharedClasses classes, boolean mayWriteClasses) throws IOException {
        List<String> command = new ArrayList<>();
        host.processors().ifPresent(list -> command.addAll(List.of("taskset", "--cpu-list", list)));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.addAll(classes.options(mayWriteClasses));
        command.add("-cp");
        command.add(classPathOf(host, classes.classPath()));
        command.add(HostMain.class.getName());
        command.add(host.kind().word());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(host.home().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log(host).toFile());
        builder.environment().clear();
        builder.environment().putAll(host.environment());
        String description = host.describe();
        return new HostProcess(host, description, builder.start());
    }

    private static String classPathOf(StagedHost host, String classPath) throws IOException {
        List<String> entries =
                new ArrayList<>(host.libraries().stream().map(Path::toString).toList());
        entries.add(classPath);
        return String.join(File.pathSeparator, entries);
    }

    StagedHost host() {
        return host;
    }

    /** What the host was when its process started. */
    String description() {
        return description;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** The last lines that the process wrote, for a message. */
    String logTail() {
        try {
            List<String> lines = Files.readAllLines(log(host));
            return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
        } catch (IOException e) {
            return "no log: " + e.getMessage();
        }
    }

    /** Asks the process to end, without waiting. */
    void stop() {
        process.destroy();
    }

    /** Ends the process and waits until it is gone. */
    @Override
    public void close() {
        stop();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static Path log(StagedHost host) {
        return host.file("log/app.log");
    }
}
