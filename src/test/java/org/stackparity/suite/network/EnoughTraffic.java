package org.stackparity.suite.network;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.stackparity.environment.Contract;
import org.stackparity.model.NodeRef;
import org.stackparity.suite.client.Ask;
import org.stackparity.suite.client.Http;
import org.stackparity.suite.client.MixedTurns;
import org.stackparity.suite.client.Tally;
import org.stackparity.suite.junit.CheckTarget;
import org.stackparity.suite.junit.NotObservedException;
import org.stackparity.suite.junit.StackException;
import org.stackparity.suite.junit.Waiting;

/**
 * Sends a node, or the entrance, what is still missing of the requests that prove a low error rate, where the other checks
 * sent few.
 */
final class EnoughTraffic {
    private EnoughTraffic() {}

    static void send(CheckTarget target) {
        int missing = (int) (Tally.ENOUGH - Tally.of(target.pass()).pending(target.node()));
        if (missing <= 0) {
            return;
        }
        List<Ask> asks = MixedTurns.of(asks(target.contract(), target.node()), missing);
        Http http = Http.of(target);
        int lanes = Math.max(1, target.environment().web().limits().connections() / 2);
        ExecutorService threads = Executors.newFixedThreadPool(lanes);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int lane = 0; lane < lanes; lane++) {
                int from = lane;
                running.add(threads.submit(() -> {
                    for (int i = from; i < missing; i += lanes) {
                        ask(http, target.node(), asks.get(i));
                    }
                }));
            }
            running.forEach(one -> Waiting.on(one, "traffic"));
        } finally {
            threads.shutdownNow();
        }
    }

    /** A request that fails is a sample like any other; the tally has it. */
    private static void ask(Http http, String node, Ask ask) {
        try {
            http.ask(node, ask);
        } catch (StackException | NotObservedException e) {
            return;
        }
    }

    private static List<Ask> asks(Contract contract, String node) {
        List<String> paths =
                new ArrayList<>(node.equals(NodeRef.SITE) ? contract.pathsOfTheEntrance() : contract.smoke());
        if (paths.isEmpty()) {
            contract.pages().stream().filter(page -> page.status() < 500).forEach(page -> paths.add(page.path()));
        }
        if (paths.isEmpty()) {
            paths.add("/");
        }
        return paths.stream().map(path -> Ask.ofAVisitor(contract, node, path)).toList();
    }
}
