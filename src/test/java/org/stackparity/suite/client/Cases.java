package org.stackparity.suite.client;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.stackparity.environment.Contract;
import org.stackparity.model.Case;
import org.stackparity.suite.junit.CaseSource;

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
}
