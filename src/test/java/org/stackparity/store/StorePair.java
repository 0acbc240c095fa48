package org.stackparity.store;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/** Starts the reference store by hand: {@code StorePair WORK-FOLDER [DEFECT…]}. Runs until standard input closes. */
public final class StorePair {
    private StorePair() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream out = System.out;
        if (arguments.length == 0) {
            out.println("usage: StorePair WORK-FOLDER [DEFECT...]; the defects are:");
            Defects.all().forEach(defect -> out.printf("  %-24s %s%n", defect.name(), defect.sentence()));
            return;
        }
        Set<Defect> defects = new LinkedHashSet<>();
        Arrays.stream(arguments).skip(1).forEach(name -> defects.addAll(Defects.find(name)));
        long start = System.nanoTime();
        try (ReferencePair pair = ReferencePair.start(Path.of(arguments[0]), defects)) {
            out.printf("healthy after %.1f s%n", (System.nanoTime() - start) / 1e9);
            for (Site site : Site.values()) {
                out.printf(
                        "%-8s http://%s  web1 http://%s  web2 http://%s  jobs1 http://%s  defects %s%n",
                        site.word(),
                        site.balancer(),
                        site.web(1),
                        site.web(2),
                        site.jobs(),
                        site == Site.ARIZONA ? defects : "[]");
            }
            out.println("ssh      -i " + pair.sshKey() + " -o UserKnownHostsFile=" + pair.knownHosts()
                    + " parity@HOST -p PORT");
            out.println("Close standard input (Ctrl-D) to stop.");
            while (System.in.read() >= 0) {
                out.flush();
            }
        }
    }
}
