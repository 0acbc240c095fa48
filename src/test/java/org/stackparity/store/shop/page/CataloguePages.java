package org.stackparity.store.shop.page;

import io.javalin.http.NotFoundResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.stackparity.store.shop.data.Product;
import org.stackparity.store.shop.data.Products;
import org.stackparity.store.shop.visit.Action;
import org.stackparity.store.shop.visit.ProductCard;
import org.stackparity.store.shop.visit.Visit;

/** Home, the list of products and the page of one. */
public final class CataloguePages {
    private CataloguePages() {}

    public static Map<String, Action> actions() {
        return Map.of(
                "home", CataloguePages::home, "products", CataloguePages::products, "product", CataloguePages::product);
    }

    private static void home(Visit visit) throws SQLException {
        visit.page(
                "home",
                visit.text("Coffee, tea and the mugs to go with them"),
                Map.of("categories", categories(visit), "freeFrom", money(visit)));
    }

    private static String money(Visit visit) {
        return visit.speech()
                .formats()
                .money(
                        visit.shop().pricing().freeShippingFrom(),
                        visit.shop().pricing().currency());
    }

    private static void products(Visit visit) throws SQLException {
        visit.page("products", visit.text("Products"), Map.of("categories", categories(visit)));
    }

    private static void product(Visit visit) throws SQLException {
        Product product = Products.find(visit.database(), visit.http().pathParam("sku"))
                .orElseThrow(() -> new NotFoundResponse("no such product"));
        visit.page("product", product.name(), ProductCard.of(product, visit));
    }

    private static List<Map<String, Object>> categories(Visit visit) throws SQLException {
        List<Product> products = Products.all(visit.database());
        return products.stream()
                .map(Product::category)
                .distinct()
                .map(slug -> category(visit, products, slug))
                .toList();
    }

    private static Map<String, Object> category(Visit visit, List<Product> products, String slug) {
        List<Product> members = products.stream()
                .filter(product -> product.category().equals(slug))
                .toList();
        String count = visit.speech()
                .messages()
                .plural(
                        "{count} product",
                        "{count} products",
                        members.size(),
                        visit.speech().formats().integer(members.size()));
        return Map.of(
                "slug",
                slug,
                "name",
                visit.text(members.get(0).categoryName()),
                "count",
                count,
                "products",
                members.stream().map(product -> ProductCard.of(product, visit)).collect(Collectors.toList()));
    }
}
