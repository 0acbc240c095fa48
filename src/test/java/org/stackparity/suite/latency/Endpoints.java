package org.stackparity.suite.latency;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.stackparity.environment.Contract;
import org.stackparity.model.Case;
import org.stackparity.model.Comparison;
import org.stackparity.model.PathRule;
import org.stackparity.suite.junit.CaseSource;
import org.stackparity.suite.junit.Load;

/** A case per endpoint whose latency is compared: the service time by a proven ratio, the other phases shown. */
abstract class Endpoints implements CaseSource {

    abstract List<String> paths(Contract.Latency latency);

    @Override
    public List<Case> cases(Contract contract) {
        return contract.latency().stream()
                .flatMap(latency -> paths(latency).stream())
                .distinct()
                .map(path -> Case.of("endpoint", path))
                .toList();
    }

    @Override
    public Optional<Load> load(Contract contract, Case subject) {
        return contract.latency().map(latency -> Load.ofRequests(SideBySide.WARM_UP + latency.samples()));
    }

    @Override
    public List<PathRule> rules(Contract contract) {
        return contract.latency()
                .map(latency -> List.of(
                        new PathRule("service", Comparison.PAIRED_RATIO, limits(latency)),
                        // a redirect is quicker than the page that it stands for
                        PathRule.of("status", Comparison.SAME),
                        PathRule.of("*", Comparison.SHOWN)))
                .orElse(List.of());
    }

    private static Map<String, String> limits(Contract.Latency latency) {
        Map<String, String> limits = new TreeMap<>();
        limits.put("margin", decimal(latency.margin()));
        limits.put("floorMillis", Long.toString(latency.floor().toMillis()));
        limits.put("ceilingMillis", Long.toString(latency.ceiling().toMillis()));
        limits.put(
                "quantiles",
                latency.quantiles().stream().map(Endpoints::decimal).collect(Collectors.joining(",")));
        return limits;
    }

    private static String decimal(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** The endpoints that do not use the session. */
    static final class Plain extends Endpoints {
        @Override
        List<String> paths(Contract.Latency latency) {
            return latency.endpoints().stream()
                    .filter(path -> !latency.sessionEndpoints().contains(path))
                    .toList();
        }

        @Override
        public String input() {
            return "latency.endpoints";
        }
    }

    /** The endpoints that use the session. */
    static final class InSession extends Endpoints {
        @Override
        List<String> paths(Contract.Latency latency) {
            return latency.sessionEndpoints();
        }

        @Override
        public String input() {
            return "latency.session-endpoints";
        }
    }
}
