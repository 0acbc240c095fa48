package org.stackparity.store.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.stackparity.store.host.HostKind;
import org.stackparity.store.jobs.JobsHost;
import org.stackparity.store.services.ServicesHost;
import org.stackparity.store.shop.WebHost;

/** The main class of every process of the store; runs in the folder of its host and takes the kind of host. */
public final class HostMain {
    private HostMain() {}

    public static void main(String[] arguments) throws IOException {
        ParentWatch.start();
        Path home = Path.of("").toAbsolutePath();
        Path pid = home.resolve("run/app.pid");
        Files.createDirectories(pid.getParent());
        Files.writeString(pid, ProcessHandle.current().pid() + "\n");
        switch (HostKind.parse(arguments[0])) {
            case SERVICES -> ServicesHost.start(home);
            case WEB -> WebHost.start(home);
            case JOBS -> JobsHost.start(home);
        }
    }
}
