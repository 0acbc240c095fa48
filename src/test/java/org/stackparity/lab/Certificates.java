package org.stackparity.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import okhttp3.tls.HeldCertificate;

/** A certificate authority of the lab, made anew at each start, and the certificates that it gives to the sites. */
final class Certificates {
    private static final String CERTIFICATE = "ca.pem";
    private static final String KEY = "ca.key";
    private static final int YEARS = 2;

    private final HeldCertificate authority;

    private Certificates(HeldCertificate authority) {
        this.authority = authority;
    }

    /** @param pair the folder that takes {@code ca.pem}, which a pair trusts, and its key */
    static Certificates create(Path pair) throws IOException {
        HeldCertificate authority = new HeldCertificate.Builder()
                .commonName("Stack Parity lab")
                .certificateAuthority(0)
                .duration(365L * YEARS, TimeUnit.DAYS)
                .build();
        Files.writeString(pair.resolve(CERTIFICATE), authority.certificatePem());
        Files.writeString(pair.resolve(KEY), authority.privateKeyPkcs8Pem());
        return new Certificates(authority);
    }

    /** The authority that {@link #create} has made. */
    static Certificates load(Path pair) throws IOException {
        return new Certificates(HeldCertificate.decode(
                Files.readString(pair.resolve(CERTIFICATE)) + Files.readString(pair.resolve(KEY))));
    }

    /** A certificate for the name that customers use, with its key. */
    HeldCertificate forCustomersHost() {
        return new HeldCertificate.Builder()
                .commonName(Homes.CUSTOMERS_HOST)
                .addSubjectAlternativeName(Homes.CUSTOMERS_HOST)
                .addSubjectAlternativeName("www." + Homes.CUSTOMERS_HOST)
                .duration(90, TimeUnit.DAYS)
                .signedBy(authority)
                .build();
    }
}
