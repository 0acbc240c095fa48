package org.stackparity.store.shop.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stackparity.store.shop.locale.Formats;
import org.stackparity.store.shop.visit.Action;
import org.stackparity.store.shop.visit.Visit;

/** Shows how this node formats fixed values in the language of the request, code point by code point. */
public final class FormatsApi {
    private static final BigDecimal AMOUNT = new BigDecimal("1234567.891");
    private static final BigDecimal SHARE = new BigDecimal("0.195");
    private static final LocalDate DATE = LocalDate.of(2026, 11, 3);
    private static final Instant TWO_IN_THE_AFTERNOON = Instant.parse("2026-11-03T14:00:00Z");
    private static final List<Integer> COUNTS = List.of(0, 1, 2, 5, 11);

    private FormatsApi() {}

    public static Map<String, Action> actions() {
        return Map.of("api-formats", FormatsApi::formats);
    }

    private static void formats(Visit visit) {
        Formats formats = visit.speech().formats();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("locale", visit.speech().locale().tag());
        body.put("integer", formats.integer(AMOUNT.intValue()));
        body.put("decimal", formats.decimal(AMOUNT));
        body.put("money", money(formats));
        body.put("percent", formats.percent(SHARE));
        body.put("shortDate", formats.shortDate(DATE));
        body.put("longDate", formats.longDate(DATE));
        body.put("shortTime", formats.shortTime(TWO_IN_THE_AFTERNOON));
        body.put("plural", plurals(visit));
        body.put("list", formats.list(List.of("Fjord", "Sencha", "Libra")));
        visit.json(body);
    }

    private static Map<String, String> money(Formats formats) {
        Map<String, String> money = new LinkedHashMap<>();
        for (String currency : List.of("EUR", "JPY", "USD")) {
            money.put(currency, formats.money(AMOUNT, currency));
        }
        return money;
    }

    private static Map<String, String> plurals(Visit visit) {
        Map<String, String> plurals = new LinkedHashMap<>();
        COUNTS.forEach(count -> plurals.put(count.toString(), visit.speech().items(count)));
        return plurals;
    }
}
