package org.stackparity.suite.junit;

import org.stackparity.model.Fault;

/** A stack failed to answer; carries the fault that the observation will show. */
public final class StackException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Fault fault;

    public StackException(Fault fault) {
        super(fault.message());
        this.fault = fault;
    }

    public StackException(Fault fault, Throwable cause) {
        super(fault.message(), cause);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
