package org.stackparity.store.shop.locale;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import com.ibm.icu.number.Scale;
import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Numbers, money, dates and lists as a language writes them, by ICU4J and its CLDR data, never by the JDK. The results hold
 * the code points of CLDR, such as U+00A0 and U+202F.
 */
public final class Formats {
    private final ULocale locale;
    private final LocalizedNumberFormatter numbers;
    private final LocalizedNumberFormatter percents;
    private final Map<String, LocalizedNumberFormatter> amounts = new ConcurrentHashMap<>();
    private final ZoneId zone;

    /** @param zone in which instants are shown: the zone of the business */
    public Formats(ShopLocale locale, ZoneId zone) {
        this.locale = locale.icu();
        this.zone = zone;
        this.numbers = NumberFormatter.withLocale(this.locale).roundingMode(RoundingMode.HALF_EVEN);
        this.percents =
                numbers.unit(MeasureUnit.PERCENT).scale(Scale.powerOfTen(2)).precision(Precision.maxFraction(2));
    }

    public String integer(long number) {
        return numbers.format(number).toString();
    }

    /** At most three digits behind the decimal sign. */
    public String decimal(BigDecimal number) {
        return numbers.precision(Precision.maxFraction(3)).format(number).toString();
    }

    /** With the symbol, the place and the number of digits that the language has for the currency. */
    public String money(BigDecimal amount, String currency) {
        return amounts.computeIfAbsent(currency, code -> numbers.unit(Currency.getInstance(code)))
                .format(amount)
                .toString();
    }

    /** A share of one: 0.19 is shown as 19 percent. */
    public String percent(BigDecimal share) {
        return percents.format(share).toString();
    }

    public String shortDate(LocalDate date) {
        return format(DateFormat.getDateInstance(DateFormat.SHORT, locale), atMidnight(date), ZoneOffset.UTC);
    }

    public String longDate(LocalDate date) {
        return format(DateFormat.getDateInstance(DateFormat.LONG, locale), atMidnight(date), ZoneOffset.UTC);
    }

    /** The time of day without seconds. */
    public String shortTime(Instant at) {
        return format(DateFormat.getTimeInstance(DateFormat.SHORT, locale), at, zone);
    }

    /** Date and time of day with seconds. */
    public String dateTime(Instant at) {
        return format(DateFormat.getDateTimeInstance(DateFormat.MEDIUM, DateFormat.MEDIUM, locale), at, zone);
    }

    public String list(Collection<String> items) {
        return ListFormatter.getInstance(locale).format(items);
    }

    /** The name of a country by its ISO 3166 code. */
    public String country(String code) {
        return ULocale.getDisplayCountry("und_" + code, locale);
    }

    private static Instant atMidnight(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static String format(DateFormat format, Instant at, ZoneId zone) {
        format.setTimeZone(TimeZone.getTimeZone(zone.getId().equals("Z") ? "UTC" : zone.getId()));
        return format.format(Date.from(at));
    }
}
