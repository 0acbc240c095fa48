package org.stackparity.environment;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.format.Format;

/** The format {@code network} of the schemas: what {@link Network#find} finds. */
final class NetworkFormat implements Format {
    @Override
    public String getName() {
        return "network";
    }

    @Override
    public boolean matches(ExecutionContext context, String value) {
        return Network.find(value).isPresent();
    }
}
