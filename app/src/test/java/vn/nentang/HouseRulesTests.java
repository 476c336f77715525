package vn.nentang;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Component;
import vn.nentang.ledger.LedgerEvent;
import vn.nentang.rulebook.Rulebook;

/** What a machine can keep of the rules of the house. */
final class HouseRulesTests {

    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final JavaClasses APP = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("vn.nentang");

    @Test
    void time_comes_from_the_caller_or_the_clock() {
        noClasses()
                .should()
                .callMethodWhere(target(name("now")).and(target(owner(resideInAPackage("java.time")))))
                .because("a replay or a test must be able to choose the date")
                .check(APP);
    }

    @Test
    void the_kernel_knows_neither_spring_nor_sql() {
        noClasses()
                .that()
                .resideInAPackage("vn.nentang.kernel")
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..")
                .check(APP);
    }

    @Test
    void rules_know_neither_spring_nor_sql() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Rules")
                .or()
                .haveSimpleNameEndingWith("State")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..")
                .check(APP);
    }

    @Test
    void components_are_not_nested() {
        noClasses()
                .that()
                .areAnnotatedWith(Component.class)
                .or()
                .areMetaAnnotatedWith(Component.class)
                .should()
                .beNestedClasses()
                .because("the scan for components passes over nested classes")
                .check(APP);
    }

    @Test
    void classes_are_named_by_what_they_are() {
        noClasses()
                .should()
                .haveNameMatching(".*[a-z](Util|Utils|Helper|Manager|Impl|Dto|Service)")
                .check(APP);
    }

    @Test
    void events_are_records() {
        classes()
                .that()
                .areAssignableTo(LedgerEvent.class)
                .and()
                .areNotInterfaces()
                .should()
                .beRecords()
                .check(APP);
    }

    @Test
    void only_the_ledger_writes_its_tables() {
        assertThat(mainSources().filter(f -> !f.toString().contains("/ledger/")))
                .allSatisfy(file -> assertThat(text(file))
                        .doesNotContainPattern("(?i)(insert\\s+into|update|delete\\s+from|truncate)\\s+ledger\\."));
    }

    @Test
    void every_package_says_that_null_is_marked() {
        var packages = mainSources().map(Path::getParent).distinct();
        assertThat(packages)
                .allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                        .exists()
                        .content()
                        .contains("@NullMarked"));
    }

    @Test
    void nothing_is_left_to_be_fixed_later() {
        assertThat(mainSources()).allSatisfy(file -> assertThat(text(file)).doesNotContain("FIX" + "ME", "TO" + "DO"));
    }

    @Test
    void no_period_of_a_regulation_stands_in_java() {
        var period =
                Pattern.compile("(plus|minus|of)(Years|Months|Days|Weeks)\\(\\s*(1[02-9]|[2-9]\\d?|\\d{3,})\\s*\\)");
        assertThat(mainSources().filter(f -> !f.toString().matches(".*/(demo|web)/.*")))
                .allSatisfy(file -> assertThat(text(file)).doesNotContainPattern(period));
    }

    @Test
    void a_parameter_that_names_a_rule_resting_on_it_is_read_by_the_program_or_by_a_regime() {
        var read = Stream.concat(mainSources(), regimes())
                .map(HouseRulesTests::text)
                .collect(Collectors.joining("\n"));

        assertThat(Rulebook.load().parameters())
                .filteredOn(p -> !p.usedBy().isEmpty())
                .allSatisfy(p -> assertThat(read).contains(p.key()));
    }

    private static Stream<Path> regimes() {
        try (var files = Files.list(Path.of("src", "main", "resources", "rulebook", "review"))) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> mainSources() {
        try (var files = Files.walk(SOURCES)) {
            return List.copyOf(files.filter(f -> f.toString().endsWith(".java")).toList()).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
