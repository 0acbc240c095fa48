package org.stackparity.suite.client;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.stackparity.environment.Contract;
import org.stackparity.model.Case;
import org.stackparity.suite.junit.CaseSource;
import org.stackparity.suite.junit.CheckTarget;

/** Cases of one dimension that are a list in the contract. */
public abstract class Cases implements CaseSource {
    private final String input;
    private final Function<Contract, Stream<Case>> cases;

    /** @param input the key of the contract, as the plan names it */
    protected Cases(String input, Function<Contract, Stream<Case>> cases) {
        this.input = input;
        this.cases = cases;
    }

    @Override
    public final List<Case> cases(Contract contract) {
        return cases.apply(contract).distinct().toList();
    }

    @Override
    public final String input() {
        return input;
    }

    /** Each page in the default language. */
    public static final class Pages extends Cases {
        public Pages() {
            super("pages", contract -> contract.pages().stream().map(page -> Case.of("page", page.path())));
        }
    }

    /** Each language. */
    public static final class Locales extends Cases {
        public Locales() {
            super("locales", contract -> contract.locales().stream().map(locale -> Case.of("locale", locale)));
        }
    }

    /** Each process that the contract names, of the hosts that run it. */
    public static final class Processes extends Cases {
        public Processes() {
            super(
                    "processes",
                    contract -> contract.processes().stream()
                            .map(process -> Case.of("process", process.name()).with("host-role", process.hostRole())));
        }

        /** The process that the target's case is about. */
        public static Contract.ProcessRef of(CheckTarget target) {
            String name = target.subject().get("process");
            return target.contract().processes().stream()
                    .filter(process -> process.name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
