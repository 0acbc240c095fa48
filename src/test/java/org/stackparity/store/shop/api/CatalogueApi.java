package org.stackparity.store.shop.api;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.NotFoundResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.stackparity.store.shop.data.Product;
import org.stackparity.store.shop.data.Products;
import org.stackparity.store.shop.page.Tagged;
import org.stackparity.store.shop.visit.Action;
import org.stackparity.store.shop.visit.Json;
import org.stackparity.store.shop.visit.Visit;

/** Products as JSON. The list has no order; its key is the sku. */
public final class CatalogueApi {
    private static final String DEFAULT_LIMIT = "20";

    private CatalogueApi() {}

    public static Map<String, Action> actions() {
        return Map.of("api-products", CatalogueApi::products, "api-product", CatalogueApi::product);
    }

    private static void products(Visit visit) throws SQLException {
        List<Product> all = new ArrayList<>(Products.all(visit.database()));
        List<Product> page = new ArrayList<>(all.subList(0, Math.min(limit(visit), all.size())));
        Collections.rotate(page, ThreadLocalRandom.current().nextInt(Math.max(1, page.size())));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("items", page.stream().map(product -> item(product, visit)).toList());
        body.put("total", all.size());
        visit.json(body);
    }

    private static int limit(Visit visit) {
        String limit = visit.http().queryParamAsClass("limit", String.class).getOrDefault(DEFAULT_LIMIT);
        try {
            return Math.max(0, Integer.parseInt(limit));
        } catch (NumberFormatException e) {
            throw new BadRequestResponse("the limit is [" + limit + "]; expected a whole number");
        }
    }

    private static void product(Visit visit) throws SQLException {
        Product product = Products.find(visit.database(), visit.http().pathParam("sku"))
                .orElseThrow(() -> new NotFoundResponse("no such product"));
        Tagged.answer(visit, Json.CONTENT_TYPE, Json.bytes(item(product, visit)));
    }

    private static Map<String, Object> item(Product product, Visit visit) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("sku", product.sku());
        item.put("name", product.name());
        item.put("price", product.price());
        item.put("currency", visit.shop().pricing().currency());
        item.put("category", product.category());
        item.put("stock", product.stock());
        return item;
    }
}
