package org.stackparity.bench.statistics;

/** Whose rule is tried on the same data, in the order of the tables. */
enum Rival {
    DIFFY("Diffy"),
    KAYENTA("Kayenta"),
    NAIVE("p95 > 1.2 ×");

    private final String title;

    Rival(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
