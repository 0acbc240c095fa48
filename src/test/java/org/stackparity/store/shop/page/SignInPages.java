package org.stackparity.store.shop.page;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.stackparity.store.shop.data.Customer;
import org.stackparity.store.shop.data.Customers;
import org.stackparity.store.shop.visit.Action;
import org.stackparity.store.shop.visit.Visit;

/** Signing in and out. */
public final class SignInPages {
    private static final int UNAUTHORIZED = 401;

    private SignInPages() {}

    public static Map<String, Action> actions() {
        return Map.of("login", SignInPages::login, "sign-in", SignInPages::signIn, "sign-out", SignInPages::signOut);
    }

    private static void login(Visit visit) throws SQLException {
        login(visit, "");
    }

    private static void login(Visit visit, String complaint) throws SQLException {
        visit.page("login", visit.text("Sign in"), Map.of("complaint", complaint));
    }

    private static void signIn(Visit visit) throws SQLException {
        visit.requireCsrf();
        Optional<Customer> customer = Customers.find(visit.database(), visit.field("email"), visit.field("password"));
        if (customer.isEmpty()) {
            visit.http().status(UNAUTHORIZED);
            login(visit, visit.text("E-mail address or password is wrong."));
            return;
        }
        Customer known = customer.get();
        visit.session().change(visit.state().withCustomer(known.id(), known.name(), known.isAdmin()));
        visit.seeOther(known.isAdmin() ? "/admin" : "/account");
    }

    private static void signOut(Visit visit) {
        visit.requireCsrf();
        visit.session().change(visit.state().withCustomer(0, "", false));
        visit.seeOther("/");
    }
}
