package org.stackparity.suite.junit;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Refuses to start a probe without a pair. */
final class PairedProbeExtension implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
        SuiteSession.of(context);
    }
}
