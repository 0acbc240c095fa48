package org.stackparity.store.shop.page;

import java.util.Map;
import org.stackparity.store.shop.data.Quote;
import org.stackparity.store.shop.locale.Formats;
import org.stackparity.store.shop.locale.Speech;

/** What a template shows of a quote, in the language of the visit. */
final class QuoteView {
    private QuoteView() {}

    static Map<String, Object> of(Quote quote, Speech speech) {
        Formats formats = speech.formats();
        String currency = quote.currency();
        return Map.of(
                "lines",
                        quote.lines().stream()
                                .map(line -> line(line, currency, formats))
                                .toList(),
                "currency", currency,
                "items", speech.items(quote.itemCount()),
                "net", formats.money(quote.net(), currency),
                "shipping", formats.money(quote.shipping(), currency),
                "tax", formats.money(quote.tax(), currency),
                "total", formats.money(quote.total(), currency),
                "amount", quote.total().toPlainString());
    }

    private static Map<String, Object> line(Quote.Line line, String currency, Formats formats) {
        return Map.of(
                "sku", line.sku(),
                "name", line.name(),
                "quantity", formats.integer(line.quantity()),
                "price", formats.money(line.price(), currency),
                "amount", formats.money(line.amount(), currency));
    }
}
