package org.stackparity.store.shop.visit;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import io.javalin.http.Context;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.stackparity.store.shop.data.Product;
import org.stackparity.store.shop.data.Products;
import org.stackparity.store.shop.locale.Speech;
import org.stackparity.store.shop.session.SessionState;

/** Puts a page into the layout of the shop: header, navigation, recommendations and footer. */
final class PageLayout {
    private static final int RECOMMENDATIONS = 3;
    private static final String SPLIT_TEST = "ab";
    private static final int SPLIT_TEST_SECONDS = 30 * 24 * 3600;

    private final Visit visit;
    private final Shop shop;
    private final Speech speech;

    PageLayout(Visit visit) {
        this.visit = visit;
        this.shop = visit.shop();
        this.speech = visit.speech();
    }

    String render(String template, String title, Map<String, Object> model) throws SQLException {
        Map<String, Object> whole = new HashMap<>(model);
        boolean isVariant = splitTest(visit.http()).equals("b");
        SessionState state = visit.state();
        whole.put("t", translation());
        whole.put("title", title);
        whole.put("lang", speech.locale().tag());
        whole.put("dir", speech.locale().direction());
        whole.put("csrf", state.csrf());
        whole.put("isVariant", isVariant);
        whole.put("hasBanner", isVariant && shop.settings().isOn("feature.split-test-banner"));
        whole.put("signedIn", state.signedIn());
        whole.put("cartItems", speech.items(state.itemCount()));
        whole.put("requestId", String.valueOf(visit.http().res().getHeader(PageHeaders.REQUEST_ID)));
        whole.put("canonical", visit.absolute(visit.http().path()));
        whole.put("node", shop.node());
        whole.put("languages", languages());
        whole.put("recommendations", recommendations());
        putClock(whole);
        whole.put("body", shop.templates().render(template, whole));
        rememberLanguage();
        return shop.templates().render("layout", whole);
    }

    private Mustache.Lambda translation() {
        return (fragment, out) -> out.write(Escapers.HTML.escape(speech.text(fragment.decompile())));
    }

    private void putClock(Map<String, Object> model) {
        Instant now = shop.clock().instant();
        model.put("now", now.toString());
        model.put("clock", speech.formats().dateTime(now));
    }

    private List<Map<String, String>> languages() {
        return shop.locales().locales().stream()
                .map(locale -> Map.of("tag", locale.tag(), "name", locale.nativeName()))
                .toList();
    }

    private List<Map<String, Object>> recommendations() throws SQLException {
        List<Product> candidates = new ArrayList<>(Products.recommended(visit.database()));
        Collections.shuffle(candidates, ThreadLocalRandom.current());
        return candidates.stream()
                .limit(RECOMMENDATIONS)
                .map(product -> ProductCard.of(product, visit))
                .toList();
    }

    /** Half of the new visitors see another label on a button; a cookie keeps each in his half. */
    private static String splitTest(Context http) {
        String cookie = http.cookie(SPLIT_TEST);
        if (cookie != null) {
            return cookie;
        }
        String half = ThreadLocalRandom.current().nextBoolean() ? "a" : "b";
        http.res()
                .addHeader(
                        "Set-Cookie",
                        SPLIT_TEST + "=" + half + "; Path=/; Max-Age=" + SPLIT_TEST_SECONDS + "; SameSite=Lax");
        return half;
    }

    private void rememberLanguage() {
        if (visit.http().queryParam("lang") != null) {
            visit.http().res().addHeader("Set-Cookie", "lang=" + speech.locale().tag() + "; Path=/; SameSite=Lax");
        }
    }
}
