package org.stackparity.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import okhttp3.tls.HeldCertificate;

/** A certificate authority of the lab, made anew at each start, and the certificates that it gives to the sites. */
final class Certificates {
    private static final String CERTIFICATE = "ca.pem";
    private static final String KEY = "ca.key";
    private static final int YEARS = 2;
    private static final int USED_DAYS = 30;

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
        Path key = pair.resolve(KEY);
        Files.deleteIfExists(key);
        Files.createFile(key, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(key, authority.privateKeyPkcs8Pem());
        return new Certificates(authority);
    }

    /** The authority that {@link #create} has made. */
    static Certificates load(Path pair) throws IOException {
        return new Certificates(HeldCertificate.decode(
                Files.readString(pair.resolve(CERTIFICATE)) + Files.readString(pair.resolve(KEY))));
    }

    /**
     * A certificate for the name that customers use, with its key.
     *
     * @param validDays until it ends, from now; negative for one that has ended
     */
    HeldCertificate forCustomersHost(int validDays) {
        Instant now = Instant.now();
        return new HeldCertificate.Builder()
                .commonName(Homes.CUSTOMERS_HOST)
                .addSubjectAlternativeName(Homes.CUSTOMERS_HOST)
                .addSubjectAlternativeName("www." + Homes.CUSTOMERS_HOST)
                .validityInterval(
                        now.minus(Duration.ofDays(USED_DAYS)).toEpochMilli(),
                        now.plus(Duration.ofDays(validDays)).toEpochMilli())
                .signedBy(authority)
                .build();
    }
}
