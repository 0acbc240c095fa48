package org.stackparity.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.stackparity.model.CheckId;
import org.stackparity.suite.junit.JUnitSuiteRunner;

class AdviceTest {
    /** Checks of each part of the suite; without them the suite is not whole, and its ids prove nothing. */
    private static final Set<String> WHOLE_SUITE =
            Set.of("FUN-04", "FUN-05", "HDR-01", "LOC-05", "SUB-15", "LAT-03", "SES-02");

    @Test
    void speaksOfChecksThatExist() {
        Set<String> existing = new JUnitSuiteRunner()
                .checks(List.of()).stream().map(check -> check.id().value()).collect(Collectors.toSet());
        assumeTrue(existing.containsAll(WHOLE_SUITE), "The suite has " + existing + " only.");
        assertThat(existing).containsAll(Advice.checks());
    }

    @Test
    void saysHowToAcceptADifference() {
        assertThat(Advice.of(new CheckId("LOC-02")))
                .startsWith("Compile the message catalogs")
                .contains("known-differences");
        assertThat(Advice.of(new CheckId("ACME-01"))).startsWith("Bring it in line with the primary.");
    }
}
