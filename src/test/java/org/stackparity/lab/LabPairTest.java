package org.stackparity.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LabPairTest {
    private static final String TEXT = """
            # What has to be the same.
            locales: [en-US]   # first
            pages:
              - /
              - /cart

            catalogs: {host-role: web}
            formats: /api/formats
            """;

    @Test
    void replacesABlockWithAllItsLines() {
        String replaced = LabPair.replaceBlocks(TEXT, "pages:\n  - /about\n");

        assertThat(replaced).isEqualTo("""
                        # What has to be the same.
                        locales: [en-US]   # first
                        pages:
                          - /about
                        catalogs: {host-role: web}
                        formats: /api/formats
                        """);
    }

    @Test
    void refusesABlockThatHasNoPlace() {
        assertThatThrownBy(() -> LabPair.replaceBlocks(TEXT, "routes: []\n"))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("[routes]");
    }

    @Test
    void findsAPlaceInTheContractOfTheDemoForEverythingThatIsDifferent() throws IOException {
        String demo = Files.readString(Path.of("environments/demo/contract.yaml"));
        String changes = Files.readString(Path.of("src/test/resources/lab/pair/contract.yaml"));

        assertThat(LabPair.replaceBlocks(demo, changes))
                .contains("/srv/shop/locale/{locale}/messages.mo")
                .contains("guest-checkout:")
                .doesNotContain("run/app.pid}, {name: jobs");
    }
}
