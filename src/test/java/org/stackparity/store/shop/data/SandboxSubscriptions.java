package org.stackparity.store.shop.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The sandbox tenant's subscriptions. Their due time is kept as a local date-time of the business zone, without offset. */
public final class SandboxSubscriptions {
    private final ZoneId businessZone;

    public SandboxSubscriptions(ZoneId businessZone) {
        this.businessZone = businessZone;
    }

    /** One charge: when, and by which host. */
    public record Charge(Instant at, String host) {}

    /** A subscription with its charges in the order of their times; more than one is a fault of the shop. */
    public record Canary(UUID id, Instant dueAt, String state, List<Charge> charges) {
        public Canary {
            charges = List.copyOf(charges);
        }
    }

    public void add(Connection connection, UUID id, Instant dueAt) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO sandbox_subscription (id, due_at, state) VALUES (?, ?, 'DUE')")) {
            insert.setObject(1, id);
            insert.setObject(2, LocalDateTime.ofInstant(dueAt, businessZone));
            insert.executeUpdate();
        }
    }

    public Optional<Canary> find(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT due_at, state FROM sandbox_subscription WHERE id = ?")) {
            select.setObject(1, id);
            ResultSet row = select.executeQuery();
            if (!row.next()) {
                return Optional.empty();
            }
            Instant dueAt =
                    row.getObject(1, LocalDateTime.class).atZone(businessZone).toInstant();
            return Optional.of(new Canary(id, dueAt, row.getString(2), charges(connection, id)));
        }
    }

    /** Returns whether there was such a subscription. What was charged stays charged. */
    public boolean cancel(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE sandbox_subscription SET state = 'CANCELLED' WHERE id = ? AND state <> 'CANCELLED'")) {
            update.setObject(1, id);
            return update.executeUpdate() == 1;
        }
    }

    private static List<Charge> charges(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT charged_at, host FROM sandbox_charge WHERE subscription_id = ? ORDER BY charged_at, host")) {
            select.setObject(1, id);
            List<Charge> charges = new ArrayList<>();
            ResultSet rows = select.executeQuery();
            while (rows.next()) {
                charges.add(new Charge(rows.getObject(1, OffsetDateTime.class).toInstant(), rows.getString(2)));
            }
            return charges;
        }
    }
}
