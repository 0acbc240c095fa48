package org.stackparity.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds steps that name what no earlier step took, and a canary that does not say when it is due. */
final class JourneyRules {
    private static final Pattern TAKEN = Pattern.compile("\\$\\{([^:{}]*)\\}");
    private final Faults faults;

    JourneyRules(Faults faults) {
        this.faults = faults;
    }

    void check(YamlValue contract) {
        for (YamlValue journey : contract.get("journeys").entries().values()) {
            Set<String> taken = new TreeSet<>();
            for (YamlValue step : journey.get("steps").items()) {
                checkNames(step, taken);
                taken.addAll(step.get("take").entries().keySet());
            }
        }
        YamlValue start = contract.get("subscriptions").get("canary").get("start");
        checkNames(start, Set.of());
        checkNames(contract.get("subscriptions").get("canary").get("end"), Set.of());
        checkSeconds(start);
    }

    private void checkNames(YamlValue step, Set<String> taken) {
        for (YamlValue value : texts(step)) {
            Matcher matcher = TAKEN.matcher(value.findText().orElse(""));
            while (matcher.find()) {
                if (!taken.contains(matcher.group(1))) {
                    faults.add(
                            value,
                            "names " + Quoted.text(matcher.group()) + "; expected "
                                    + (taken.isEmpty()
                                            ? "a name that an earlier step took, and none took any"
                                            : "a name that an earlier step took: " + Words.choice(List.copyOf(taken)))
                                    + "." + NearestWord.hint(matcher.group(1), taken));
                }
            }
        }
    }

    private void checkSeconds(YamlValue start) {
        if (start.isPresent()
                && texts(start).stream()
                        .flatMap(value -> value.findText().stream())
                        .noneMatch(text -> text.contains("{seconds}"))) {
            faults.add(start, "does not say when the canary is due; expected {seconds} in its form or json.");
        }
    }

    /** Everything of a step in which a name may stand. */
    private static List<YamlValue> texts(YamlValue step) {
        List<YamlValue> texts = new ArrayList<>(step.get("form").entries().values());
        texts.add(step.get("json"));
        StepBinder.METHODS.forEach(method -> texts.add(step.get(method)));
        return texts;
    }
}
