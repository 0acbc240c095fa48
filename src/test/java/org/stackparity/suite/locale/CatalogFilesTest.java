package org.stackparity.suite.locale;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stackparity.model.Finding;
import org.stackparity.model.FindingKind;
import org.stackparity.model.Role;
import org.stackparity.whole.TwoStacks;

class CatalogFilesTest {
    private static final String CONTRACT = """
            locales: [en-US, de-DE]
            catalogs: {host-role: web, compiled: 'mo/{locale}.mo', source: 'src/{locale}.po'}
            """;

    @TempDir
    Path folder;

    private TwoStacks stacks;

    @BeforeEach
    void bothHaveAGermanCatalog() throws IOException {
        stacks = new TwoStacks(folder);
        for (Role role : Role.values()) {
            Path host = stacks.host(role, "web1", "web");
            TwoStacks.write(host, "src/de-DE.po", "source");
            TwoStacks.write(host, "mo/de-DE.mo", "compiled");
        }
    }

    @AfterEach
    void stop() {
        stacks.close();
    }

    @Test
    void equalCatalogsAreTheSame() throws IOException {
        assertThat(stacks.findings(CONTRACT, "LOC-02"))
                .extracting(Finding::kind)
                .containsOnly(FindingKind.SAME);
    }

    @Test
    void aMissingCatalogIsOneFinding() throws IOException {
        Files.delete(folder.resolve("failover/web1/mo/de-DE.mo"));
        List<Finding> open = open();
        assertThat(open).hasSize(1);
        assertThat(open.get(0).findFact("fault")).contains("missing-catalog");
        assertThat(open.get(0).nodes()).hasToString("[failover web1]");
    }

    @Test
    void aCatalogOlderThanItsSourceIsStale() throws IOException {
        Files.setLastModifiedTime(
                folder.resolve("failover/web1/mo/de-DE.mo"),
                FileTime.from(Instant.now().minus(Duration.ofHours(1))));
        assertThat(open())
                .extracting(finding -> finding.findFact("fault").orElse(""))
                .containsExactly("stale-catalog");
    }

    @Test
    void anotherCatalogDiffers() throws IOException {
        TwoStacks.write(folder.resolve("failover/web1"), "mo/de-DE.mo", "Compiled");
        assertThat(open()).extracting(Finding::path).containsExactly("catalog.digest");
    }

    @Test
    void aHostWithoutAnAnswerIsNotObserved() throws IOException {
        stacks.host(Role.FAILOVER, "web2", "web");
        Files.delete(folder.resolve("failover/web2"));
        assertThat(stacks.findings(CONTRACT, "LOC-02"))
                .filteredOn(finding -> finding.kind() == FindingKind.NOT_OBSERVED)
                .allSatisfy(finding -> assertThat(finding.reason()).contains("web2 of arizona", "did not finish"))
                .hasSize(2);
    }

    private List<Finding> open() throws IOException {
        return stacks.findings(CONTRACT, "LOC-02").stream()
                .filter(Finding::isOpen)
                .toList();
    }
}
