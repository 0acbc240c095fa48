package org.stackparity.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Map;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedCaRulesTest {
    private static final String CUT = "-----BEGIN CERTIFICATE-----\nMIIB\n";

    private final HeldCertificate one =
            new HeldCertificate.Builder().certificateAuthority(0).build();
    private final HeldCertificate two =
            new HeldCertificate.Builder().certificateAuthority(0).build();

    @TempDir
    private Path folder;

    @Test
    void readsEveryCertificateOfTheFile() throws IOException {
        Files.writeString(
                folder.resolve("ca.pem"),
                "# our own -- since 2012\n" + one.certificatePem() + one.privateKeyPkcs8Pem() + "\n"
                        + two.certificatePem().replace("\n", "\r\n"));

        Pair pair = naming("ca.pem").read();

        assertThat(pair.primary().web().trustedCa()).containsExactly(one.certificate(), two.certificate());
        assertThat(pair.failover().web().trustedCa()).isEmpty();
    }

    @Test
    void readsThePathLikeThatOfAKey() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("keys"));
        Files.writeString(elsewhere.resolve("ca.pem"), one.certificatePem());
        PairFiles files = naming("'${env:KEYS}/ca.pem'")
                .with(Map.of("PROBE", "probe", "PASSWORD", "password", "KEYS", elsewhere.toString()));

        assertThat(files.read().primary().web().trustedCa())
                .extracting(X509Certificate::getSerialNumber)
                .containsExactly(one.certificate().getSerialNumber());
        assertThat(naming("keys/ca.pem").read().primary().web().trustedCa()).hasSize(1);
    }

    @Test
    void missesTheFile() {
        assertThat(naming("ca.pem").faults())
                .containsExactly("primary.yaml:5: web.trusted-ca is [ca.pem]; expected the file [ca.pem] to be there.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MIIB", "-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\n"})
    void missesACertificateInTheFile(String text) throws IOException {
        Files.writeString(folder.resolve("ca.pem"), text);

        assertThat(naming("ca.pem").faults())
                .containsExactly("primary.yaml:5: web.trusted-ca is [ca.pem]; expected a PEM file with at least one"
                        + " [-----BEGIN CERTIFICATE-----].");
    }

    @Test
    void refusesACertificateThatIsNotWhole() throws IOException {
        Files.writeString(folder.resolve("ca.pem"), one.certificatePem() + CUT);
        assertThat(naming("ca.pem").faults())
                .containsExactly("primary.yaml:5: web.trusted-ca is [ca.pem]; expected a PEM file with whole X.509"
                        + " certificates, but the certificate [2] of it has no end.");

        Files.writeString(folder.resolve("ca.pem"), CUT + "-----END CERTIFICATE-----\n");
        assertThat(naming("ca.pem").faults())
                .containsExactly("primary.yaml:5: web.trusted-ca is [ca.pem]; expected a PEM file with whole X.509"
                        + " certificates, but the certificate [1] of it cannot be read.");
    }

    @Test
    void refusesAFileThatIsTooLarge() throws IOException {
        Files.write(folder.resolve("ca.pem"), new byte[(1 << 20) + 1]);

        assertThat(naming("ca.pem").faults())
                .containsExactly("primary.yaml:5: web.trusted-ca is [ca.pem]; expected a PEM file with whole X.509"
                        + " certificates, but this one is larger than 1 MiB.");
    }

    @Test
    void saysAWrongPathOnce() {
        assertThat(naming("'${file:ca.pem}'").faults())
                .containsExactly("primary.yaml:5: web.trusted-ca is [${file:ca.pem}]; expected a path, in which"
                        + " ${env:NAME} may stand.");
        assertThat(naming("7").faults())
                .containsExactly("primary.yaml:5: web.trusted-ca is [7]; expected the path of a file, relative to this"
                        + " file or beginning with / or ~/.");
    }

    @Test
    void isNotNeededForAPlan() {
        naming("ca.pem");

        assertThat(PairReader.readWithoutSecrets(folder).primary().web().trustedCa())
                .isEmpty();
    }

    private PairFiles naming(String path) {
        return PairFiles.in(folder)
                .replace(
                        "primary.yaml",
                        "url: https://shop.example.com",
                        "url: https://shop.example.com\n  trusted-ca: " + path);
    }
}
