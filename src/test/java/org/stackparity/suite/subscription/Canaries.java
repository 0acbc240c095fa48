package org.stackparity.suite.subscription;

import org.stackparity.suite.junit.Early;
import org.stackparity.suite.junit.Scope;

/** The canary of one stack and pass: it flies beside everything else. */
final class Canaries implements AutoCloseable {
    private final Background<Canary> flight;

    private Canaries(Scope pass) {
        flight = new Background<>("canary", () -> Canary.fly(pass));
    }

    /** The flight of a pass; the first call begins it. */
    static Background<Canary> of(Scope pass) {
        return pass.shared(Canaries.class, Canaries::new).flight;
    }

    @Override
    public void close() {
        flight.close();
    }

    /** Lets it fly from the beginning of the pass. */
    static final class Start implements Early.Start {
        @Override
        public void begin(Scope pass) {
            of(pass);
        }
    }
}
