package org.stackparity.suite.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stackparity.model.Fault;

class TransportFaultTest {
    static IOException[] failures() {
        return new IOException[] {
            new SocketTimeoutException("Read timed out"),
            new UnknownHostException("shop.example.test"),
            new NoRouteToHostException("No route to host"),
            new ConnectException("Connection refused"),
            new SSLException("Received fatal alert"),
            new SSLPeerUnverifiedException("Hostname shop.example.test not verified"),
            new SSLException("PKIX path building failed", new CertificateException("no path")),
            new SSLException("PKIX path validation failed", new CertificateExpiredException("NotAfter")),
            new SSLException("PKIX path validation failed", new CertificateNotYetValidException("NotBefore")),
            new ZipException("Not in GZIP format"),
            new ProtocolException("unexpected status line"),
            new SocketException("Connection reset"),
            new EOFException("unexpected end of stream"),
            new IOException("something else")
        };
    }

    /** The engine knows the words by which the suite says that no answer came, or such a fault would be taken for content. */
    @ParameterizedTest
    @MethodSource("failures")
    void failsTheRequestWhateverItsKindIs(IOException failure) {
        Fault fault = TransportFault.of("GET /", "web1", failure);
        assertThat(fault.failsTheRequest()).as(fault.kind()).isTrue();
    }
}
