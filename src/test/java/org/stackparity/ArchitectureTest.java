package org.stackparity;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the arrows of the design, section 5. A rule that matches no class fails, which is ArchUnit's default. */
class ArchitectureTest {
    private static final String ROOT = "org.stackparity.";
    private static final JavaClasses ENGINE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.stackparity");
    private static final JavaClasses SUITE = new ClassFileImporter().importPackages("org.stackparity.suite");

    /** Each package with the packages of the engine that it may know beside itself. */
    private static final Map<String, List<String>> ARROWS = Map.of(
            "model", List.of(),
            "environment", List.of("model"),
            "evidence", List.of("model"),
            "measure", List.of(),
            "plan", List.of("model", "environment", "measure"),
            "compare", List.of("model", "measure"),
            "judge", List.of("model"),
            "report", List.of("model"),
            "run", List.of("model", "environment", "measure", "plan", "evidence", "compare"));

    private static final Map<String, String> BECAUSE = Map.of(
            "model", "the words of the product depend on nothing",
            "environment", "reading a pair needs the words only",
            "evidence", "a file of evidence needs the words only",
            "measure", "arithmetic is proven without the rest",
            "plan", "what will be asked is fixed before anything is asked or compared",
            "compare", "the same evidence gives the same findings, whatever is judged or shown later",
            "judge", "a saved run is judged again without comparing or asking again",
            "report", "a renderer reads one record and nothing else",
            "run", "recording compares to know what is open, and never judges");

    @TestFactory
    Stream<DynamicTest> keepsTheArrows() {
        return ARROWS.keySet().stream()
                .sorted()
                .map(name -> DynamicTest.dynamicTest(name, () -> arrow(name).check(ENGINE)));
    }

    private static ArchRule arrow(String name) {
        List<String> known = Stream.concat(Stream.of(name), ARROWS.get(name).stream())
                .map(allowed -> ROOT + allowed + "..")
                .toList();
        DescribedPredicate<JavaClass> foreign = resideInAPackage("org.stackparity..")
                .and(DescribedPredicate.not(DescribedPredicate.or(known.stream()
                        .map(JavaClass.Predicates::resideInAPackage)
                        .toList())));
        return noClasses()
                .that()
                .resideInAPackage(ROOT + name + "..")
                .should()
                .dependOnClassesThat(foreign.as("other parts of the engine than " + ARROWS.get(name)))
                .because(BECAUSE.get(name));
    }

    @Test
    void knowsEveryPackageOfTheEngine() {
        assertThat(ENGINE.stream()
                        .map(type -> type.getPackageName().substring("org.stackparity".length()))
                        .map(name -> name.isEmpty() ? name : name.substring(1).replaceFirst("\\..*", ""))
                        .distinct())
                .as("packages with a rule of their own, and the command line, which may know all")
                .allMatch(name -> ARROWS.containsKey(name) || name.equals("cli"));
    }

    @Test
    void hasNoCycles() {
        slices().matching("org.stackparity.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a part that is needed by what it needs cannot be understood or tested alone")
                .check(ENGINE);
    }

    /** What drives whole runs, in the root of the suite and in tests, may look at their outcome. */
    @Test
    void keepsTheSuiteFromJudging() {
        noClasses()
                .that()
                .resideInAPackage("org.stackparity.suite.*..")
                .and()
                .haveNameNotMatching(".*Test(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.stackparity.compare..",
                        "org.stackparity.judge..",
                        "org.stackparity.report..",
                        "org.stackparity.cli..")
                .because("a check says what it saw; whether that is parity is decided over evidence")
                .check(SUITE);
    }

    @Test
    void countsTheMasksAfterAllThatMask() {
        int counted = order(SUITE.get("org.stackparity.suite.functional.DeclaredMaskParity"));
        noClasses()
                .that(DescribedPredicate.describe("come after the count", type -> order(type) > counted))
                .should()
                .dependOnClassesThat()
                .haveNameMatching(".*\\.suite\\.client\\.(SeenPage|Visits?|JsonLeaves)")
                .because("a mask that is only used afterwards would be called unused")
                .check(SUITE);
    }

    private static int order(JavaClass type) {
        return type.isAnnotatedWith(Order.class)
                ? type.getAnnotationOfType(Order.class).value()
                : Order.DEFAULT;
    }

    @Test
    void keepsTestLibrariesOutOfTheEngine() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.junit..", "org.assertj..", "io.qameta..", "org.awaitility..", "org.jsoup..", "okhttp3..")
                .because("the engine judges evidence wherever it comes from, also without the suite")
                .check(ENGINE);
    }

    @Test
    void printsFromTheCommandLineOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.stackparity.cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("a library that prints cannot be embedded, and its output cannot be tested")
                .check(ENGINE);
    }

    @Test
    void usesNoOldDates() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Date")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Calendar")
                .because(
                        "java.time says whether it means an instant, a day or an offset; an outage came of the difference")
                .check(ENGINE);
    }

    @Test
    void judgesWithoutChanceAndWithoutAClock() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.stackparity.model..",
                        "org.stackparity.measure..",
                        "org.stackparity.compare..",
                        "org.stackparity.judge..")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(java.util.Random.class, java.security.SecureRandom.class, java.time.Clock.class)
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Math.class, "random")
                .because("the same evidence on the same day gives the same verdict, byte by byte")
                .check(ENGINE);
    }

    @Test
    void holdsNoStateThatAnotherRunWouldSee() {
        noFields()
                .that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(
                        "org.stackparity.model..",
                        "org.stackparity.measure..",
                        "org.stackparity.compare..",
                        "org.stackparity.judge..")
                .should()
                .notBeFinal()
                .because("two comparisons in one process must not meet")
                .check(ENGINE);
    }

    @Test
    void keepsTheModelData() {
        classes()
                .that()
                .resideInAPackage("org.stackparity.model..")
                .and()
                .areTopLevelClasses()
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .beRecords()
                .orShould()
                .beEnums()
                .because("the words of the product are values: equal when they say the same, and never changed")
                .check(ENGINE);
    }

    @Test
    void neverRunsARedCheckAgainUntilItIsGreen() throws IOException {
        assertThat(Files.readString(Path.of("pom.xml")))
                .as("the build may not retry failing tests (design, section 8)")
                .doesNotContain("rerunFailingTestsCount");
    }
}
