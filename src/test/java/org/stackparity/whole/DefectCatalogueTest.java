package org.stackparity.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.stackparity.store.Defects;
import org.stackparity.suite.junit.JUnitSuiteRunner;

/** No check without a defect that proves that it can fail, and no defect that waits for a check. */
class DefectCatalogueTest {
    private static final Set<String> IMPLEMENTED = new JUnitSuiteRunner()
            .checks(List.of()).stream().map(check -> check.id().value()).collect(Collectors.toSet());
    private static final Set<String> PROVEN =
            Defects.all().stream().flatMap(defect -> defect.checks().stream()).collect(Collectors.toSet());

    @Test
    void everyImplementedCheckStandsInTheListOfADefect() {
        assertThat(PROVEN).containsAll(IMPLEMENTED);
    }

    @Test
    void everyCheckThatADefectMustTurnRedIsImplemented() {
        assertThat(IMPLEMENTED).containsAll(PROVEN);
    }
}
