package org.stackparity.store.boot;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends this process as soon as the one that started it is gone: its end of standard input closes then. */
final class ParentWatch {
    private static final Logger LOG = LoggerFactory.getLogger(ParentWatch.class);

    private ParentWatch() {}

    static void start() {
        Thread watch = new Thread(ParentWatch::awaitEnd, "parent-watch");
        watch.setDaemon(true);
        watch.start();
    }

    private static void awaitEnd() {
        try {
            while (System.in.read() >= 0) {
                LOG.debug("the parent said something; only its end counts");
            }
        } catch (IOException e) {
            LOG.debug("the parent is gone", e);
        }
        Runtime.getRuntime().halt(0);
    }
}
