package org.stackparity.suite.client.host;

import org.stackparity.suite.junit.Early;
import org.stackparity.suite.junit.Scope;

/** Begins to ask the hosts with the pass. */
public final class HostsEarly implements Early.Start {
    @Override
    public void begin(Scope pass) {
        Hosts.of(pass);
    }
}
