package org.stackparity.store;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.stackparity.store.host.Endpoint;

/** Waits until hosts are healthy, all within one limit. */
final class HealthWait {
    private static final Duration ASK_AGAIN = Duration.ofMillis(50);
    private static final int TIMEOUT_MILLIS = 2_000;

    private final Duration limit;
    private final long end;
    private final List<HostProcess> processes;

    /** @param processes of which none may end meanwhile */
    HealthWait(Duration limit, List<HostProcess> processes) {
        this.limit = limit;
        this.end = System.nanoTime() + limit.toNanos();
        this.processes = List.copyOf(processes);
    }

    /**
     * Asks until the answer is 200.
     *
     * @throws IllegalStateException if a process has ended or the limit is reached, with the end of the logs
     */
    void until(String name, Endpoint address, String path) {
        while (!isUp(address, path)) {
            processes.stream().filter(process -> !process.isAlive()).findFirst().ifPresent(process -> {
                throw new IllegalStateException("starting the reference store: the process of ["
                        + process.host().home() + "] ended. Its log ends with:\n" + process.logTail());
            });
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "starting the reference store: [" + name + "] is not healthy after " + limit.toSeconds()
                                + " seconds at http://" + address + path + ". The logs end with:\n" + tails());
            }
            LockSupport.parkNanos(ASK_AGAIN.toNanos());
        }
    }

    private String tails() {
        StringBuilder tails = new StringBuilder();
        for (HostProcess process : processes) {
            tails.append("--- ")
                    .append(process.host().home())
                    .append('\n')
                    .append(process.logTail())
                    .append('\n');
        }
        return tails.toString();
    }

    private static boolean isUp(Endpoint address, String path) {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create("http://" + address + path).toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }
}
