package org.stackparity.suite.client;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.zip.DataFormatException;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import org.stackparity.model.Fault;

/** Names why no answer came, in the closed words that error tallies and causes use. */
public final class TransportFault {
    private TransportFault() {}

    /** The fault of a whole observation, for a request that got no answer. */
    public static Fault of(String asked, String node, IOException e) {
        return new Fault(kind(e), "", asked + " got no answer from [" + node + "]: " + words(e) + ".");
    }

    /** The word for the failure, like {@code connection-reset}; {@code transport} where there is no better. */
    public static String kind(IOException e) {
        if (e instanceof SocketTimeoutException || e instanceof InterruptedIOException) {
            return "timeout";
        }
        if (e instanceof UnknownHostException) {
            return "unknown-host";
        }
        if (e instanceof NoRouteToHostException) {
            return "unreachable";
        }
        if (e instanceof ConnectException) {
            return mentions(e, "timed out") ? "timeout" : "connection-refused";
        }
        if (e instanceof SSLException) {
            return mentions(e, "reset") ? "connection-reset" : "tls-failure";
        }
        if (e instanceof ZipException || e.getCause() instanceof DataFormatException) {
            return "broken-encoding";
        }
        if (e instanceof ProtocolException) {
            return "malformed-answer";
        }
        // A server that closes early shows as an end of stream, one that resets as a socket exception.
        if (e instanceof SocketException || e instanceof EOFException || mentions(e, "unexpected end of stream")) {
            return "connection-reset";
        }
        return "transport";
    }

    private static boolean mentions(IOException e, String words) {
        return e.getMessage() != null && e.getMessage().contains(words);
    }

    private static String words(IOException e) {
        return e.getMessage() == null
                ? e.getClass().getSimpleName()
                : e.getMessage().strip();
    }
}
