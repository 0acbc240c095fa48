package org.stackparity.suite.trial;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stackparity.environment.Contract;

/** Builds the contracts of trials; everything that is not said is undeclared. */
public final class Contracts {
    private List<String> locales = List.of("en-US");
    private Contract.LocaleSelection selection = Contract.LocaleSelection.DEFAULT;
    private List<Contract.Page> pages = List.of();
    private List<Contract.ApiCall> api = List.of();
    private List<Contract.Route> routes = List.of();
    private List<Contract.Route> errorPages = List.of();
    private Optional<Contract.VersionEndpoint> version = Optional.empty();
    private Optional<String> configuration = Optional.empty();
    private List<String> smoke = List.of();
    private Optional<Contract.Cors> cors = Optional.empty();
    private List<String> redirects = List.of();
    private List<Contract.Journey> journeys = List.of();
    private Optional<String> formats = Optional.empty();
    private Optional<String> runtime = Optional.empty();
    private List<String> identity = List.of();
    private List<String> privateValues = List.of();

    private Contracts() {}

    public static Contracts contract() {
        return new Contracts();
    }

    public static Contract.Page page(String path) {
        return new Contract.Page(path, Optional.empty(), true, Map.of(), 200);
    }

    public Contracts locales(String... tags) {
        locales = List.of(tags);
        return this;
    }

    public Contracts selection(Contract.LocaleSelection.Kind kind, String value) {
        selection = new Contract.LocaleSelection(kind, value);
        return this;
    }

    public Contracts pages(Contract.Page... declared) {
        pages = List.of(declared);
        return this;
    }

    public Contracts api(Contract.ApiCall... declared) {
        api = List.of(declared);
        return this;
    }

    public Contracts routes(Contract.Route... declared) {
        routes = List.of(declared);
        return this;
    }

    public Contracts errorPages(Contract.Route... declared) {
        errorPages = List.of(declared);
        return this;
    }

    public Contracts version(String path, String... fields) {
        version = Optional.of(new Contract.VersionEndpoint(path, List.of(fields)));
        return this;
    }

    public Contracts configuration(String path) {
        configuration = Optional.of(path);
        return this;
    }

    public Contracts smoke(String... paths) {
        smoke = List.of(paths);
        return this;
    }

    public Contracts cors(String path, List<String> allowed, List<String> denied) {
        cors = Optional.of(new Contract.Cors(path, allowed, denied));
        return this;
    }

    public Contracts redirects(String... paths) {
        redirects = List.of(paths);
        return this;
    }

    public Contracts journeys(Contract.Journey... declared) {
        journeys = List.of(declared);
        return this;
    }

    public Contracts formats(String path) {
        formats = Optional.of(path);
        return this;
    }

    public Contracts runtime(String path) {
        runtime = Optional.of(path);
        return this;
    }

    public Contracts identity(String... selectors) {
        identity = List.of(selectors);
        return this;
    }

    public Contracts privateValues(String... selectors) {
        privateValues = List.of(selectors);
        return this;
    }

    public Contract build() {
        return new Contract(
                locales,
                selection,
                pages,
                api,
                routes,
                errorPages,
                version,
                configuration,
                smoke,
                cors,
                redirects,
                journeys,
                Optional.empty(),
                formats,
                runtime,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Contract.ErrorRates.DEFAULT,
                List.of(),
                identity,
                privateValues,
                Optional.empty(),
                List.of("sandbox-writes"),
                Contract.DEFAULT_BUDGET);
    }
}
