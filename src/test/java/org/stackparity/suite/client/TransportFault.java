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
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.zip.DataFormatException;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.stackparity.model.Fault;

/** Names why no answer came, in the closed words that error tallies and causes use. */
public final class TransportFault {
    /** What Java says of an answer that is no TLS, like that of a port of plain HTTP. */
    private static final String NO_TLS = "Unsupported or unrecognized SSL message";

    private TransportFault() {}

    /** The fault of a whole observation, for a request that got no answer. */
    public static Fault of(String asked, String node, IOException e) {
        return new Fault(kind(e), "", asked + " got no answer from [" + node + "]: " + words(e) + "." + advice(e));
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
            return tlsKind(e);
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

    /** OkHttp verifies the host name itself; everything else about a certificate is a cause that Java gives. */
    private static String tlsKind(IOException e) {
        if (e instanceof SSLPeerUnverifiedException) {
            return "certificate-mismatch";
        }
        if (has(e, CertificateExpiredException.class)) {
            return "certificate-expired";
        }
        if (has(e, CertificateNotYetValidException.class)) {
            return "certificate-not-yet-valid";
        }
        if (has(e, CertificateException.class)) {
            return "certificate-untrusted";
        }
        return mentions(e, "reset") ? "connection-reset" : "tls-failure";
    }

    private static boolean has(Throwable e, Class<? extends Throwable> kind) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    /** What to do about it, where that can be told; otherwise empty. */
    private static String advice(IOException e) {
        return switch (kind(e)) {
            case "certificate-untrusted" ->
                " If customers trust the CA of its certificate, name the CA's file in web.trusted-ca.";
            case "certificate-expired" -> " Its certificate has ended; renew it, and look at every place that has one.";
            case "certificate-mismatch" -> " Its certificate has to name the host that customers ask for.";
            case "tls-failure" ->
                mentions(e, NO_TLS)
                        ? " It does not speak TLS at that port; where TLS ends at the load balancer, give the node tls: false."
                        : "";
            default -> "";
        };
    }

    private static boolean mentions(IOException e, String words) {
        return e.getMessage() != null && e.getMessage().contains(words);
    }

    private static String words(IOException e) {
        return e.getMessage() == null
                ? e.getClass().getSimpleName()
                : e.getMessage().strip().replaceAll("\\s+", " ");
    }
}
