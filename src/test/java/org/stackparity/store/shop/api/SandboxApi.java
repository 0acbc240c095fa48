package org.stackparity.store.shop.api;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.stackparity.store.shop.data.SandboxSubscriptions;
import org.stackparity.store.shop.data.SandboxSubscriptions.Canary;
import org.stackparity.store.shop.visit.Action;
import org.stackparity.store.shop.visit.Visit;
import tools.jackson.databind.JsonNode;

/** The sandbox tenant: subscriptions that are due in seconds, for checks, and one address that fails. */
public final class SandboxApi {
    private SandboxApi() {}

    public static Map<String, Action> actions() {
        return Map.of(
                "api-sandbox-subscribe", SandboxApi::subscribe,
                "api-sandbox-subscription", SandboxApi::subscription,
                "api-sandbox-cancel", SandboxApi::cancel,
                "api-sandbox-error", SandboxApi::fail);
    }

    private static void subscribe(Visit visit) throws SQLException {
        JsonNode seconds = CartApi.body(visit).path("dueInSeconds");
        if (!seconds.isIntegralNumber()) {
            throw new BadRequestResponse("dueInSeconds is [" + seconds + "]; expected a whole number");
        }
        UUID id = UUID.randomUUID();
        Instant dueAt =
                visit.shop().clock().instant().plusSeconds(seconds.asLong()).truncatedTo(ChronoUnit.MILLIS);
        subscriptions(visit).add(visit.database(), id, dueAt);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", id);
        body.put("dueAt", dueAt);
        visit.http().status(HttpStatus.CREATED);
        visit.json(body);
    }

    private static void subscription(Visit visit) throws SQLException {
        Canary canary = subscriptions(visit)
                .find(visit.database(), id(visit))
                .orElseThrow(() -> new NotFoundResponse("no such subscription"));
        visit.json(canary);
    }

    private static void cancel(Visit visit) throws SQLException {
        if (!subscriptions(visit).cancel(visit.database(), id(visit))) {
            throw new NotFoundResponse("no such subscription");
        }
        visit.http().status(HttpStatus.NO_CONTENT);
    }

    private static void fail(Visit visit) {
        throw new IllegalStateException(
                "the sandbox was asked to fail at " + visit.http().path());
    }

    private static SandboxSubscriptions subscriptions(Visit visit) {
        return new SandboxSubscriptions(visit.shop().businessZone());
    }

    private static UUID id(Visit visit) {
        try {
            return UUID.fromString(visit.http().pathParam("id"));
        } catch (IllegalArgumentException e) {
            throw new NotFoundResponse("no such subscription");
        }
    }
}
