package org.stackparity.suite.trial;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLContext;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** A CA that nobody trusts by himself, like one of a company's own. */
public final class TinyCa {
    private final HeldCertificate root = new HeldCertificate.Builder()
            .commonName("Tiny CA")
            .certificateAuthority(0)
            .build();

    public X509Certificate certificate() {
        return root.certificate();
    }

    /** What a server speaks TLS with that is certified to be the host from yesterday to tomorrow. */
    public SSLContext serverOf(String host) {
        return serverOf(host, Instant.now().plus(Duration.ofDays(1)));
    }

    /** The same, but to another day. */
    public SSLContext serverOf(String host, Instant until) {
        HeldCertificate server = new HeldCertificate.Builder()
                .commonName(host)
                .addSubjectAlternativeName(host)
                .validityInterval(until.minus(Duration.ofDays(2)).toEpochMilli(), until.toEpochMilli())
                .signedBy(root)
                .build();
        return new HandshakeCertificates.Builder()
                .heldCertificate(server)
                .build()
                .sslContext();
    }
}
