package org.stackparity.suite.client;

/** A host and a port, as written in an environment's file. */
record Endpoint(String host, int port) {

    /** Reads {@code host}, {@code host:port} or {@code [address]:port}. */
    static Endpoint parse(String text, int defaultPort) {
        int colon = text.lastIndexOf(':');
        boolean hasPort = colon > 0 && (text.indexOf(':') == colon || text.charAt(colon - 1) == ']');
        String host = hasPort ? text.substring(0, colon) : text;
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        }
        return new Endpoint(host, hasPort ? Integer.parseInt(text.substring(colon + 1)) : defaultPort);
    }
}
