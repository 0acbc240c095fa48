package org.stackparity.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stackparity.model.Case;

class PairFolderTest {
    @TempDir
    private Path folder;

    @Test
    void namesTheNearestFolderWhereThereIsNone() throws IOException {
        Files.createDirectories(folder.resolve("checkout"));

        assertThatThrownBy(() -> PairReader.readWithoutSecrets(folder.resolve("chekout")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        folder + "/chekout: there is no such folder; expected the folder of a pair with primary.yaml,"
                                + " failover.yaml, contract.yaml and known-differences.yaml. Did you mean [checkout]?");
    }

    @Test
    void missesEveryFileThatMustBeThere() {
        PairFiles files = PairFiles.in(folder)
                .delete("primary.yaml")
                .delete("contract.yaml")
                .delete("known-differences.yaml");

        assertThat(files.faults())
                .containsExactly(
                        "primary.yaml: the file is missing; expected one as in environments/example.",
                        "contract.yaml: the file is missing; expected one as in environments/example.");
    }

    @Test
    void refusesAFileWhoseNameIsMisspelt() {
        PairFiles files = PairFiles.in(folder).write("known-diferences.yaml", "[]");

        assertThat(files.faults())
                .containsExactly("known-diferences.yaml: this is not a file of a pair; expected primary.yaml,"
                        + " failover.yaml, contract.yaml or known-differences.yaml. Did you mean"
                        + " [known-differences.yaml]?");
    }

    @Test
    void refusesAFolderInPlaceOfAFile() throws IOException {
        PairFiles files = PairFiles.in(folder).delete("contract.yaml");
        Files.createDirectories(folder.resolve("contract.yaml"));

        assertThat(files.faults()).containsExactly("contract.yaml: this is not a file; expected YAML.");
    }

    @Test
    void needsNoKnownDifferences() {
        assertThat(PairFiles.in(folder).delete("known-differences.yaml").read().knownDifferences())
                .isEmpty();
        assertThat(PairFiles.in(folder)
                        .write("known-differences.yaml", "# none\n")
                        .read()
                        .knownDifferences())
                .isEmpty();
    }

    @Test
    void remembersWhereAKnownDifferenceIsWritten() {
        PairFiles files = PairFiles.in(folder)
                .replace("known-differences.yaml", "{host-role: web}", "{page: /checkout, locale: de-DE}\n  value: 17");

        assertThat(files.read().knownDifferences()).singleElement().satisfies(known -> {
            assertThat(known.source()).isEqualTo(folder + "/known-differences.yaml:1");
            assertThat(known.subject()).isEqualTo(Case.of("page", "/checkout").with("locale", "de-DE"));
            assertThat(known.subject()).hasToString("/checkout · de-DE");
            assertThat(known.value()).contains("17");
            assertThat(known.expires()).isEqualTo("2026-12-31");
        });
    }

    @Test
    void digestsWhatTheContractSays() {
        String digest = PairFiles.in(folder).read().contractDigest();
        String other = PairFiles.in(folder)
                .replace("contract.yaml", "due-in: 10s", "due-in: 11s")
                .read()
                .contractDigest();

        assertThat(digest).matches("[0-9a-f]{64}").isNotEqualTo(other);
    }

    @Test
    void digestsNoCommentsAndNoSpaces() {
        String digest = PairFiles.in(folder).read().contractDigest();
        String commented = PairFiles.in(folder)
                .replace("contract.yaml", "due-in: 10s", "due-in:   10s")
                .replace("contract.yaml", "locales:", "# the first is the default\nlocales:")
                .read()
                .contractDigest();

        assertThat(commented).isEqualTo(digest);
    }

    @Test
    void readsPathsRelativeToTheFileAndTheHomeFolder() {
        PairFiles files = PairFiles.in(folder)
                .replace("primary.yaml", "'${env:KEYS}/id'", "keys/id, known-hosts: ~/.ssh/hosts")
                .with(Map.of("PROBE", "probe", "PASSWORD", "password"));

        Environment.Ssh ssh = files.read().primary().ssh().orElseThrow();

        assertThat(ssh.key()).isEqualTo(folder.resolve("keys/id"));
        assertThat(ssh.knownHosts()).isEqualTo(Path.of(System.getProperty("user.home"), ".ssh/hosts"));
    }

    @Test
    void usesTheDefaultsOfTheSchema() {
        PairFiles files = PairFiles.in(folder)
                .write("contract.yaml", "latency: {endpoints: [/]}\nsubscriptions: {}\npages: [/]\n")
                .replace("primary.yaml", "limits: {requests-per-second: 20}", "limits: {}");

        Contract contract = files.read().contract();

        SchemaDefaults contractSchema = SchemaDefaults.of("contract");
        Contract.Latency latency = contract.latency().orElseThrow();
        assertThat(latency.margin()).isEqualTo(Units.parsePercent(contractSchema.text("latency", "margin")));
        assertThat(latency.floor()).isEqualTo(Units.parseDuration(contractSchema.text("latency", "floor")));
        assertThat(latency.ceiling()).isEqualTo(Units.parseDuration(contractSchema.text("latency", "ceiling")));
        assertThat(latency.budget()).isEqualTo(Units.parseDuration(contractSchema.text("latency", "budget")));
        assertThat(latency.samples()).hasToString(contractSchema.text("latency", "samples"));
        assertThat(latency.quantiles())
                .isEqualTo(contractSchema.texts("latency", "quantiles").stream()
                        .map(Units::parseQuantile)
                        .toList());
        assertThat(contract.errors().acceptable())
                .isEqualTo(Units.parsePercent(contractSchema.text("errors", "acceptable")));
        assertThat(contract.errors().unacceptable())
                .isEqualTo(Units.parsePercent(contractSchema.text("errors", "unacceptable")));
        assertThat(contract.budget()).isEqualTo(Units.parseDuration(contractSchema.text("budget")));
        assertThat(contract.subscriptions().orElseThrow().horizon())
                .isEqualTo(Units.parseDuration(contractSchema.text("subscriptions", "horizon")));

        SchemaDefaults environmentSchema = SchemaDefaults.of("environment");
        Environment primary = files.read().primary();
        assertThat(primary.web().limits().requestsPerSecond())
                .hasToString(environmentSchema.text("web", "limits", "requests-per-second"));
        assertThat(primary.web().limits().connectsPerSecond())
                .hasToString(environmentSchema.text("web", "limits", "connects-per-second"));
        assertThat(primary.web().limits().connections())
                .hasToString(environmentSchema.text("web", "limits", "connections"));
        assertThat(primary.ssh().orElseThrow().port()).hasToString(environmentSchema.text("ssh", "port"));
        assertThat(environmentSchema.text("ssh", "known-hosts")).isEqualTo("~/.ssh/known_hosts");
        assertThat(primary.ssh().orElseThrow().knownHosts())
                .isEqualTo(Path.of(System.getProperty("user.home"), ".ssh/known_hosts"));
    }
}
