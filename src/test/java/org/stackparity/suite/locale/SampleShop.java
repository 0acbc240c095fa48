package org.stackparity.suite.locale;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.stackparity.suite.trial.TinyStack;
import org.stackparity.suite.trial.TinyStack.Reply;
import org.stackparity.suite.trial.TinyStack.Request;

/** A shop with three pages in three languages whose product texts nobody translated, as on many real sites. */
final class SampleShop {
    static final List<String> PATHS = List.of("/", "/cart", "/about");

    /** Names that come from locale data and stay translated without a catalog. */
    private static final List<List<String>> COUNTRIES = List.of(
            List.of("Germany", "Deutschland", "Allemagne"),
            List.of("Spain", "Spanien", "Espagne"),
            List.of("Sweden", "Schweden", "Suède"),
            List.of("Switzerland", "Schweiz", "Suisse"),
            List.of("United Kingdom", "Vereinigtes Königreich", "Royaume-Uni"),
            List.of("United States", "Vereinigte Staaten", "États-Unis"));

    private static final String DESCRIPTION = "<h2>Fjord</h2><p>A mug that keeps its colour for a very long time.</p>"
            + "<p>Made by hand in a small pottery near the sea.</p><p>Safe in the dishwasher, of course.</p>";
    private static final List<String> NAMES = List.of("Blue Mountain", "Gotland", "Sidamo", "Öresund", "Kaskade");

    private static final List<List<String>> MESSAGES = List.of(
            List.of("Products", "Produkte", "Produits"),
            List.of("Cart", "Warenkorb", "Panier"),
            List.of("Sign in", "Anmelden", "Se connecter"),
            List.of(
                    "Free delivery for orders over {0}.",
                    "Kostenlose Lieferung ab einem Bestellwert von {0}.",
                    "Livraison gratuite pour toute commande de plus de {0}."),
            List.of("Your cart is empty at the moment.", "Dein Warenkorb ist gerade leer.", "Votre panier est vide."),
            List.of(
                    "We send every parcel on the day of your order.",
                    "Wir verschicken jedes Paket am Tag deiner Bestellung.",
                    "Nous expédions chaque colis le jour de votre commande."),
            List.of(
                    "You can send back whatever you do not like.",
                    "Was dir nicht gefällt, kannst du zurückschicken.",
                    "Vous pouvez renvoyer ce qui ne vous plaît pas."),
            List.of("Newsletter", "Newsletter", "Newsletter"),
            List.of("Terms of sale", "Verkaufsbedingungen", "Conditions de vente"));

    private SampleShop() {}

    /** Says a message, by its English text, in the language of a request to a node. */
    interface Catalog extends Function<String, String> {}

    /** Makes the catalog of a node and language; languages are 0 English, 1 German, 2 French. */
    interface Catalogs {
        Catalog of(String node, int language);
    }

    /** A catalog that has everything. */
    static Catalog complete(int language) {
        return english -> MESSAGES.stream()
                .filter(message -> message.get(0).equals(english))
                .findFirst()
                .orElseThrow()
                .get(language);
    }

    /** A catalog from which all longer messages are gone. */
    static Catalog withoutSentences(int language) {
        return english -> english.endsWith(".") ? english : complete(language).apply(english);
    }

    static TinyStack serve(TinyStack stack, Catalogs catalogs) {
        for (String path : PATHS) {
            stack.on("GET " + path, request -> page(path, request, catalogs));
        }
        return stack;
    }

    private static Reply page(String path, Request request, Catalogs catalogs) {
        String tag = request.header("Accept-Language").split(",")[0];
        int language = Map.of("en-US", 0, "de-DE", 1, "fr-FR", 2).get(tag);
        Catalog say = catalogs.of(request.node(), language);
        return Reply.html("<html lang='" + tag + "'><head><title>" + say.apply("Cart") + "</title></head><body>"
                + "<header><nav><a href='/products'>" + say.apply("Products") + "</a> <a href='/cart'>"
                + say.apply("Cart") + "</a> <a href='/login'>" + say.apply("Sign in") + "</a></nav></header><main>"
                + main(path, say, language) + "</main><footer><p>" + say.apply("Newsletter") + "</p><p>"
                + say.apply("Terms of sale") + "</p></footer></body></html>");
    }

    private static String main(String path, Catalog say, int language) {
        String amount = List.of("€50.00", "50,00&nbsp;€", "50,00&#x202F;€").get(language);
        List<String> parts = new ArrayList<>();
        switch (path) {
            case "/" -> {
                parts.add(
                        "<p>" + say.apply("Free delivery for orders over {0}.").replace("{0}", amount) + "</p>");
                parts.add(DESCRIPTION);
                NAMES.forEach(name -> parts.add("<h3>" + name + "</h3>"));
            }
            case "/cart" -> parts.add("<p>" + say.apply("Your cart is empty at the moment.") + "</p>");
            default -> {
                parts.add("<p>" + say.apply("We send every parcel on the day of your order.") + "</p>");
                parts.add("<p>" + say.apply("You can send back whatever you do not like.") + "</p>");
                COUNTRIES.forEach(country -> parts.add("<li>" + country.get(language) + "</li>"));
            }
        }
        return String.join("", parts);
    }
}
