package org.stackparity.suite.locale;

import java.util.List;
import java.util.Optional;
import org.stackparity.environment.Contract;
import org.stackparity.model.Case;
import org.stackparity.model.Family;
import org.stackparity.model.Severity;
import org.stackparity.suite.client.host.FileFacts;
import org.stackparity.suite.client.host.HostFacts;
import org.stackparity.suite.client.host.Hosts;
import org.stackparity.suite.client.host.HostsEarly;
import org.stackparity.suite.junit.CaseSource;
import org.stackparity.suite.junit.CheckTarget;
import org.stackparity.suite.junit.Early;
import org.stackparity.suite.junit.ParityCheck;
import org.stackparity.suite.junit.ParityCheck.Asked;
import org.stackparity.suite.junit.ParitySuite;
import org.stackparity.suite.junit.Recorder;

/** Every language that the shop speaks is compiled on every host, from the sources that lie there. */
@ParitySuite
@Early(HostsEarly.class)
class CatalogFilesParity {

    @ParityCheck(
            id = "LOC-02",
            name = "locale.catalog-files",
            promise = "A shop in another language finds its translations on every server.",
            family = Family.LOCALE,
            severity = Severity.BLOCKER,
            deterministic = true,
            once = true,
            cases = Locales.class,
            of = Asked.WHERE_THE_CASE_SAYS)
    void compiledCatalogIsThereAndFresh(CheckTarget target, Recorder recorder) {
        Contract.Catalogs catalogs = target.contract().catalogs().orElseThrow();
        String locale = target.subject().get("locale");
        String path = catalogs.compiled().replace("{locale}", locale);
        HostFacts host = Hosts.facts(target);
        Optional<FileFacts> compiled = host.file(path);
        recorder.value("catalog.present", Boolean.toString(compiled.isPresent()));
        if (compiled.isEmpty()) {
            // The language of the sources often needs no catalog; then the other stack must have none either.
            recorder.require(
                    locale.equals(target.contract().locales().get(0)),
                    "missing-catalog",
                    "catalog",
                    () -> "The compiled catalog [" + path + "] of " + locale + " is missing on " + host.name() + ".");
            return;
        }
        recorder.value("catalog.digest", compiled.get().digest());
        recorder.value("catalog.size", compiled.get().sizeBytes());
        String sourcePath = catalogs.source().replace("{locale}", locale);
        host.file(sourcePath)
                .filter(source -> source.changed().isAfter(compiled.get().changed()))
                .ifPresent(source -> recorder.fault(
                        "stale-catalog",
                        "catalog",
                        "The compiled catalog [" + path + "] of " + locale + " on " + host.name() + " is of ["
                                + compiled.get().changed() + "], older than its source [" + sourcePath + "] of ["
                                + source.changed() + "]; it was not compiled again."));
    }

    /** One case per locale, of the hosts that have catalogs. */
    static final class Locales implements CaseSource {
        @Override
        public List<Case> cases(Contract contract) {
            return contract.catalogs().stream()
                    .flatMap(catalogs -> contract.locales().stream()
                            .map(locale -> Case.of("locale", locale).with("host-role", catalogs.hostRole())))
                    .toList();
        }

        @Override
        public String input() {
            return "catalogs and locales";
        }
    }
}
