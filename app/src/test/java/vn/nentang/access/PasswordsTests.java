package vn.nentang.access;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Made passwords can be read out; kept ones cannot be read back. */
final class PasswordsTests {

    @Test
    void a_made_password_is_syllables_and_two_digits_and_never_the_same() {
        var made = Stream.generate(Passwords::made).limit(100).toList();
        assertThat(made)
                .allMatch(p -> p.matches("([bcdghklmnpqrstvx][aeiou]){2}(-([bcdghklmnpqrstvx][aeiou]){2}){3}-\\d{2}"));
        assertThat(made).doesNotHaveDuplicates();
    }

    /** One made password of ten contains "xa". */
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"xa", "TINH", "a-", "to"})
    void a_password_made_for_an_account_is_one_that_the_account_takes(String login) {
        assertThat(Stream.generate(() -> Passwords.madeFor(login)).limit(500))
                .noneMatch(made -> Passwords.guessable(login, made));
        assertThat(Passwords.guessable("xa", "ruxa-sava-muto-deho-43")).isTrue();
    }

    @Test
    void a_password_is_kept_as_argon2id_with_its_own_salt() {
        var passwords = new Passwords();
        var hash = passwords.hash("sông núi biển trời");
        assertThat(hash).startsWith("$argon2id$").doesNotContain("sông");
        assertThat(passwords.hash("sông núi biển trời")).isNotEqualTo(hash);
        assertThat(passwords.matches("sông núi biển trời", hash)).isTrue();
        assertThat(passwords.matches("song nui bien troi", hash)).isFalse();
    }

    @Test
    void what_nobody_has_costs_what_a_kept_password_costs_to_compare() {
        var passwords = new Passwords();
        assertThat(shape(passwords.nobodys())).isEqualTo(shape(passwords.hash("sông núi biển trời")));
        assertThat(new Passwords().nobodys()).isNotEqualTo(passwords.nobodys());
    }

    /** Function, version and costs; where the salt ends and the hash. */
    private static List<Object> shape(String hash) {
        var costsEnd = hash.indexOf('$', hash.indexOf("p="));
        return List.of(hash.substring(0, costsEnd), hash.lastIndexOf('$'), hash.length());
    }

    static Stream<Arguments> work() {
        var kept = new Passwords().hash("sông núi biển trời");
        return Stream.of(
                arguments("making", (Consumer<Passwords>) passwords -> passwords.hash("sông núi")),
                arguments("comparing", (Consumer<Passwords>) passwords -> passwords.matches("sông núi", kept)),
                arguments("comparing with nobody's", (Consumer<Passwords>)
                        passwords -> passwords.matchNobody("sông núi")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("work")
    void whoever_needs_the_memory_waits_for_a_free_place(String name, Consumer<Passwords> work)
            throws InterruptedException {
        var passwords = new Passwords();
        var all = Passwords.AT_ONCE.drainPermits();
        var waiting = Thread.startVirtualThread(() -> work.accept(passwords));
        try {
            assertThat(waiting.join(Duration.ofSeconds(1))).isFalse();
        } finally {
            Passwords.AT_ONCE.release(all);
        }
        assertThat(waiting.join(Duration.ofSeconds(30))).isTrue();
        assertThat(Passwords.AT_ONCE.availablePermits()).isEqualTo(all);
    }

    @Test
    void nothing_else_computes_argon2() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(Passwords.class.getName())
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Argon2PasswordEncoder.class)
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("vn.nentang"));
    }
}
