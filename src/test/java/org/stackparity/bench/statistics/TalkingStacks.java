package org.stackparity.bench.statistics;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.stackparity.model.PlannedCase;
import org.stackparity.model.PlannedCheck;
import org.stackparity.model.Role;

/** Answers a read-only call whose fields vary, once a round. */
final class TalkingStacks implements Answering {
    private final Map<Role, List<FieldModel>> fields;
    private final UniformRandomProvider random;
    private final Map<Role, List<String[]>> taken = new EnumMap<>(Role.class);

    TalkingStacks(List<FieldModel> primary, List<FieldModel> failover, UniformRandomProvider random) {
        this.fields = Map.of(Role.PRIMARY, primary, Role.FAILOVER, failover);
        this.random = random;
        for (Role role : Role.values()) {
            taken.put(role, new ArrayList<>());
        }
    }

    @Override
    public void answer(PlannedCheck check, List<PlannedCase> asked, Pass pass, Recording recording) {
        asked.forEach(each -> answer(check, each, pass, recording));
    }

    private void answer(PlannedCheck check, PlannedCase asked, Pass pass, Recording recording) {
        int round = pass.firstRound();
        for (Role role : pass.rounds()) {
            List<FieldModel> ofRole = Objects.requireNonNull(fields.get(role));
            String[] said = new String[ofRole.size()];
            Map<String, String> values = new TreeMap<>();
            values.put("status", "200");
            for (int field = 0; field < said.length; field++) {
                said[field] = ofRole.get(field).next(random);
                values.put(path(field), said[field]);
            }
            taken(role).add(said);
            recording.add(role, check.check(), asked.subject(), round++, Optional.empty(), values);
        }
    }

    static String path(int field) {
        return "body.field-" + field;
    }

    /**
     * Whether Diffy calls some field critical: each quadruple is a request that was sent to the primary, to the failover
     * as the candidate, and to the primary again as the secondary.
     */
    boolean isCriticalForDiffy() {
        return IntStream.range(0, taken(Role.PRIMARY).get(0).length).anyMatch(this::isCriticalForDiffy);
    }

    boolean isCriticalForDiffy(int field) {
        List<String[]> first = everySecond(taken(Role.PRIMARY), 0);
        List<String[]> second = everySecond(taken(Role.PRIMARY), 1);
        List<String[]> candidate = everySecond(taken(Role.FAILOVER), 0);
        return Diffy.isCritical(first, second, candidate, field);
    }

    private static List<String[]> everySecond(List<String[]> all, int from) {
        return IntStream.range(0, all.size())
                .filter(place -> place % 2 == from)
                .mapToObj(all::get)
                .toList();
    }

    /** What the fields of a stack said so far, in order of the answers. */
    List<String[]> taken(Role role) {
        return Objects.requireNonNull(taken.get(role));
    }
}
