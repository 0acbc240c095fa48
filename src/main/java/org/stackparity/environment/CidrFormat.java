package org.stackparity.environment;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.format.Format;

/** The format {@code cidr} of the schemas: a range of IP addresses whose numbers fit. */
final class CidrFormat implements Format {
    @Override
    public String getName() {
        return "cidr";
    }

    @Override
    public boolean matches(ExecutionContext context, String value) {
        return Cidr.find(value).isPresent();
    }
}
