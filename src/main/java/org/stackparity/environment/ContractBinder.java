package org.stackparity.environment;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.stackparity.environment.Contract.ApiCall;
import org.stackparity.environment.Contract.Catalogs;
import org.stackparity.environment.Contract.Cors;
import org.stackparity.environment.Contract.Dependency;
import org.stackparity.environment.Contract.ErrorRates;
import org.stackparity.environment.Contract.Journey;
import org.stackparity.environment.Contract.Latency;
import org.stackparity.environment.Contract.LocaleSelection;
import org.stackparity.environment.Contract.Page;
import org.stackparity.environment.Contract.ProcessRef;
import org.stackparity.environment.Contract.Route;
import org.stackparity.environment.Contract.Setting;
import org.stackparity.environment.Contract.VersionEndpoint;

/** Makes a {@link Contract} of a file that has no faults. */
final class ContractBinder {
    private static final int OK = 200;
    private static final String ANY_MEDIA_TYPE = "*/*";

    private ContractBinder() {}

    static Contract bind(YamlDocument document) {
        YamlValue root = document.root();
        return new Contract(
                root.get("locales").texts(),
                root.get("locale-selection")
                        .asOptional()
                        .map(ContractBinder::localeSelection)
                        .orElse(LocaleSelection.DEFAULT),
                list(root.get("pages"), ContractBinder::page),
                list(root.get("api"), ContractBinder::apiCall),
                list(root.get("routes"), ContractBinder::route),
                list(root.get("error-pages"), ContractBinder::route),
                root.get("version").asOptional().map(ContractBinder::version),
                root.get("configuration").findText(),
                root.get("smoke").texts(),
                root.get("cors").asOptional().map(ContractBinder::cors),
                root.get("redirects").texts(),
                root.get("journeys").entries().entrySet().stream()
                        .map(journey -> journey(journey.getKey(), journey.getValue()))
                        .toList(),
                root.get("catalogs").asOptional().map(ContractBinder::catalogs),
                root.get("formats").findText(),
                root.get("runtime").findText(),
                list(root.get("processes"), ContractBinder::process),
                root.get("subscriptions").asOptional().map(SubscriptionsBinder::bind),
                root.get("latency").asOptional().map(ContractBinder::latency),
                errors(root.get("errors")),
                list(root.get("dependencies"), ContractBinder::dependency),
                root.get("identity").texts(),
                root.get("private").texts(),
                root.get("sign-in").get("journey").findText(),
                root.get("allow").texts(),
                root.get("budget").findText().map(Units::parseDuration).orElse(Contract.DEFAULT_BUDGET));
    }

    static <T> List<T> list(YamlValue value, Function<YamlValue, T> entry) {
        return value.items().stream().map(entry).toList();
    }

    static Setting setting(YamlValue setting) {
        return new Setting(setting.get("file").text(), setting.get("key").text());
    }

    private static LocaleSelection localeSelection(YamlValue selection) {
        Map.Entry<String, YamlValue> only =
                selection.entries().entrySet().iterator().next();
        return new LocaleSelection(
                LocaleSelection.Kind.valueOf(only.getKey().toUpperCase(Locale.ROOT)),
                only.getValue().text());
    }

    private static Page page(YamlValue page) {
        return new Page(
                page.findText().orElseGet(() -> page.get("path").text()),
                page.get("marker").findText(),
                !page.get("localised").isFalse(),
                page.get("phrases").map(YamlValue::text),
                page.get("status").findInt().orElse(OK));
    }

    private static ApiCall apiCall(YamlValue call) {
        return new ApiCall(
                call.get("get").text(),
                call.get("arrays").map(YamlValue::text),
                call.get("identity").texts(),
                call.get("status").findInt().orElse(OK));
    }

    private static Route route(YamlValue route) {
        String[] methodAndPath =
                route.findText().orElseGet(() -> route.get("route").text()).split(" ", 2);
        return new Route(
                methodAndPath[0],
                methodAndPath[1],
                route.get("accept").findText().orElse(ANY_MEDIA_TYPE),
                route.get("status").findInt());
    }

    private static VersionEndpoint version(YamlValue version) {
        return new VersionEndpoint(
                version.get("get").text(), version.get("fields").texts());
    }

    private static Cors cors(YamlValue cors) {
        return new Cors(
                cors.get("path").text(),
                cors.get("allowed").texts(),
                cors.get("denied").texts());
    }

    private static Journey journey(String name, YamlValue journey) {
        return new Journey(name, journey.get("allow").isPresent(), list(journey.get("steps"), StepBinder::bind));
    }

    private static Catalogs catalogs(YamlValue catalogs) {
        return new Catalogs(
                catalogs.get("host-role").text(),
                catalogs.get("compiled").text(),
                catalogs.get("source").text());
    }

    private static ProcessRef process(YamlValue process) {
        return new ProcessRef(
                process.get("name").text(),
                process.get("host-role").text(),
                process.get("pid-file").text());
    }

    private static Latency latency(YamlValue latency) {
        List<Double> quantiles = list(latency.get("quantiles"), quantile -> Units.parseQuantile(quantile.text()));
        return new Latency(
                latency.get("margin").findText().map(Units::parsePercent).orElse(Latency.DEFAULT_MARGIN),
                latency.get("floor").findText().map(Units::parseDuration).orElse(Latency.DEFAULT_FLOOR),
                quantiles.isEmpty() ? Latency.DEFAULT_QUANTILES : quantiles,
                latency.get("ceiling").findText().map(Units::parseDuration).orElse(Latency.DEFAULT_CEILING),
                latency.get("endpoints").texts(),
                latency.get("session-endpoints").texts(),
                latency.get("samples").findInt().orElse(Latency.DEFAULT_SAMPLES),
                latency.get("budget").findText().map(Units::parseDuration).orElse(Latency.DEFAULT_BUDGET));
    }

    private static ErrorRates errors(YamlValue errors) {
        return new ErrorRates(
                errors.get("acceptable").findText().map(Units::parsePercent).orElse(ErrorRates.DEFAULT.acceptable()),
                errors.get("unacceptable")
                        .findText()
                        .map(Units::parsePercent)
                        .orElse(ErrorRates.DEFAULT.unacceptable()));
    }

    private static Dependency dependency(YamlValue dependency) {
        return new Dependency(
                dependency.get("name").text(),
                dependency.get("kind").text(),
                dependency.get("host-role").text(),
                setting(dependency.get("address")),
                !dependency.get("local").isFalse(),
                Units.parseDuration(dependency.get("budget").text()),
                !dependency.get("soak").isFalse());
    }
}
