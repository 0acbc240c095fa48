package org.stackparity.environment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.stackparity.environment.PairFile.Kind;

/** Reads the certificates of {@code web.trusted-ca}, or says what is wrong with their file. */
final class TrustedCaRules {
    private final ReferenceValues references;
    private final Faults faults;
    private final Map<Kind, List<X509Certificate>> found = new EnumMap<>(Kind.class);

    TrustedCaRules(ReferenceValues references, Faults faults) {
        this.references = references;
        this.faults = faults;
    }

    /** Looks at the file that an environment names, unless its path is at fault already or no values are read. */
    void check(YamlDocument environment) {
        YamlValue value = environment.root().get("web").get("trusted-ca");
        if (references.areRead() && !faults.isKnown(value)) {
            value.findText()
                    .flatMap(text -> references.replaceIn(text, environment.folder()))
                    .flatMap(text -> LocalPath.find(text, environment.folder()))
                    .ifPresent(path -> read(value, path));
        }
    }

    /** The certificates that a file of the pair names; empty where it names none. */
    List<X509Certificate> certificates(Kind kind) {
        return found.getOrDefault(kind, List.of());
    }

    private void read(YamlValue value, Path path) {
        if (!Files.isRegularFile(path)) {
            expect(value, "the file " + Quoted.text(path.toString()) + " to be there");
            return;
        }
        try {
            List<X509Certificate> certificates = PemCertificates.read(path);
            found.put(value.document().file().kind(), certificates);
            if (certificates.isEmpty()) {
                expect(value, "a PEM file with at least one [" + PemCertificates.BEGIN + "]");
            }
        } catch (CertificateException exception) {
            expect(value, "a PEM file with whole X.509 certificates, but " + exception.getMessage());
        } catch (IOException exception) {
            expect(value, "a file that this user may read");
        }
    }

    private void expect(YamlValue value, String words) {
        faults.add(value, "is " + Quoted.value(value.node()) + "; expected " + words + ".");
    }
}
