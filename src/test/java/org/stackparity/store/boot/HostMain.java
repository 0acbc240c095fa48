package org.stackparity.store.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.stackparity.store.host.HostKind;
import org.stackparity.store.jobs.JobRun;
import org.stackparity.store.jobs.JobsHost;
import org.stackparity.store.services.ServicesHost;
import org.stackparity.store.shop.WebHost;

/**
 * The main class of every process of the store; runs in the folder of its host. It takes the kind of host, whose process
 * stays; or {@code job NAME} for one run of a line of the crontab, and {@code job --register} to write down which jobs the
 * crontab has.
 */
public final class HostMain {
    /** Set to true, the process ends with the one that started it; an init system gives it no standard input to watch. */
    public static final String ENDS_WITH_PARENT = "store.ends-with-parent";

    private static final String JOB = "job";
    private static final String REGISTER = "--register";

    private HostMain() {}

    /** Ends with 1 where a job fails. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (Boolean.getBoolean(ENDS_WITH_PARENT)) {
            ParentWatch.start();
        }
        Path home = Path.of("").toAbsolutePath();
        List<String> words = List.of(arguments);
        if (words.size() == 2 && words.get(0).equals(JOB)) {
            if (!runJob(home, words.get(1))) {
                System.exit(1);
            }
        } else if (words.size() == 1) {
            startHost(home, HostKind.parse(words.get(0)));
        } else {
            throw new IllegalArgumentException(
                    "the arguments are " + words + "; expected a kind of host, [job NAME] or [job --register]");
        }
    }

    private static boolean runJob(Path home, String name) throws IOException {
        JobRun run = JobRun.in(home);
        return name.equals(REGISTER) ? run.register() : run.run(name);
    }

    private static void startHost(Path home, HostKind kind) throws IOException, InterruptedException {
        Path pid = home.resolve("run/app.pid");
        Files.createDirectories(pid.getParent());
        Files.writeString(pid, ProcessHandle.current().pid() + "\n");
        switch (kind) {
            case SERVICES -> ServicesHost.start(home);
            case WEB -> WebHost.start(home);
            case JOBS -> JobsHost.start(home);
            case PAYMENTS -> ServicesHost.startPayments(home);
            case LINK -> {
                ServicesHost.startLinks(home);
                stay();
            }
        }
    }

    /** The threads of links are no reason for a process to stay. */
    private static void stay() throws InterruptedException {
        Thread.currentThread().join();
    }
}
