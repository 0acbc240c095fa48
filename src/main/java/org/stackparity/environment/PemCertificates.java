package org.stackparity.environment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the X.509 certificates of a file in PEM form (RFC 7468, section 5); what stands around them is passed over. */
final class PemCertificates {
    static final String BEGIN = "-----BEGIN CERTIFICATE-----";

    /** LIMIT: the largest file in bytes; the CAs that browsers trust take a quarter of it. */
    private static final int LARGEST = 1 << 20;

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN (?:X509 )?CERTIFICATE-----([^-]*)(-----END (?:X509 )?CERTIFICATE-----)?");

    private PemCertificates() {}

    /**
     * The certificates in the order of the file; may be empty.
     *
     * @throws CertificateException if one of them cannot be read, or the file is too large; the message says which, as the
     *     end of a sentence
     */
    static List<X509Certificate> read(Path file) throws IOException, CertificateException {
        byte[] bytes = FileText.readAtMost(file, LARGEST);
        if (bytes.length > LARGEST) {
            throw new CertificateException("this one is larger than 1 MiB");
        }
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        Matcher block = BLOCK.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        List<X509Certificate> certificates = new ArrayList<>();
        while (block.find()) {
            if (block.group(2) == null) {
                throw new CertificateException("the certificate [" + (certificates.size() + 1) + "] of it has no end");
            }
            certificates.add(certificate(factory, block.group(1), certificates.size() + 1));
        }
        return certificates;
    }

    private static X509Certificate certificate(CertificateFactory factory, String base64, int number)
            throws CertificateException {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(base64);
            return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(bytes));
        } catch (CertificateException | IllegalArgumentException exception) {
            throw new CertificateException("the certificate [" + number + "] of it cannot be read", exception);
        }
    }
}
