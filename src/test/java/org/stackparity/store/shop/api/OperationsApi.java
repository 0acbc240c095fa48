package org.stackparity.store.shop.api;

import com.ibm.icu.util.LocaleData;
import com.ibm.icu.util.ULocale;
import com.ibm.icu.util.VersionInfo;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.HttpStatus;
import java.nio.charset.Charset;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneRulesProvider;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.stackparity.store.host.Settings;
import org.stackparity.store.shop.billing.BillingCalendar;
import org.stackparity.store.shop.billing.Interval;
import org.stackparity.store.shop.data.JobRecords;
import org.stackparity.store.shop.visit.Action;
import org.stackparity.store.shop.visit.Visit;

/** What operators and checks ask: version, configuration, runtime, jobs and the dates of coming charges. */
public final class OperationsApi {
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xxx", Locale.ROOT);
    private static final int MOST_CHARGES = 500;

    private OperationsApi() {}

    public static Map<String, Action> actions() {
        return Map.of(
                "api-version", OperationsApi::version,
                "api-config", OperationsApi::config,
                "api-runtime", OperationsApi::runtime,
                "api-jobs", visit -> visit.json(Map.of("jobs", JobRecords.all(visit.database()))),
                "api-next-charges", OperationsApi::nextCharges,
                "api-preflight", visit -> visit.http().status(HttpStatus.NO_CONTENT));
    }

    private static void version(Visit visit) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("build", visit.shop().release().require("build"));
        body.put("commit", visit.shop().release().require("commit"));
        body.put("startedAt", visit.shop().startedAt());
        body.put("node", visit.shop().node());
        visit.json(body);
    }

    private static void config(Visit visit) {
        Settings settings = visit.shop().settings();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("features", group(settings, "feature."));
        body.put("business", group(settings, "business."));
        body.put("billing", group(settings, "billing."));
        body.put("secrets", Map.of("session.secret", Fingerprint.of(settings.require("session.secret"))));
        visit.json(body);
    }

    private static Map<String, String> group(Settings settings, String prefix) {
        Map<String, String> group = new TreeMap<>();
        settings.values().forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                group.put(key.substring(prefix.length()), value);
            }
        });
        return group;
    }

    private static void runtime(Visit visit) throws SQLException {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("jdk", System.getProperty("java.runtime.version"));
        body.put("icu", VersionInfo.ICU_VERSION.toString());
        body.put("cldr", LocaleData.getCLDRVersion().toString());
        body.put("tzdata", ZoneRulesProvider.getVersions("UTC").lastEntry().getKey());
        body.put("defaultLocale", Locale.getDefault().toLanguageTag());
        body.put("icuLocale", ULocale.getDefault().toLanguageTag());
        body.put("fileEncoding", Charset.defaultCharset().name());
        body.put("timeZone", ZoneId.systemDefault().getId());
        body.put("utcOffset", OFFSET.format(ZonedDateTime.now(ZoneId.systemDefault())));
        body.put("databaseOffset", OFFSET.format(visit.shop().database().offset(visit.database())));
        visit.json(body);
    }

    /** A dry run: nothing is written or charged. */
    private static void nextCharges(Visit visit) {
        try {
            Settings settings = visit.shop().settings();
            LocalDate start = LocalDate.parse(query(visit, "start", "2027-01-31"));
            Interval interval = Interval.parse(query(visit, "interval", "month"));
            int count = Math.min(MOST_CHARGES, Integer.parseInt(query(visit, "count", "12")));
            ZoneId zone =
                    ZoneId.of(query(visit, "zone", visit.shop().businessZone().getId()));
            LocalTime at = LocalTime.parse(settings.require("billing.charge-time"));
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("start", start);
            body.put("interval", interval.word());
            body.put("zone", zone.getId());
            body.put(
                    "charges",
                    BillingCalendar.of(settings.require("billing.month-end"))
                            .instants(start, interval, count, at, zone));
            visit.json(body);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new BadRequestResponse(String.valueOf(e.getMessage()));
        }
    }

    private static String query(Visit visit, String name, String otherwise) {
        return Optional.ofNullable(visit.http().queryParam(name)).orElse(otherwise);
    }
}
