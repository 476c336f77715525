package vn.nentang.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Made passwords can be read out; kept ones cannot be read back. */
final class PasswordsTests {

    @Test
    void a_made_password_is_syllables_and_two_digits_and_never_the_same() {
        var made = Stream.generate(Passwords::made).limit(100).toList();
        assertThat(made)
                .allMatch(p -> p.matches("([bcdghklmnpqrstvx][aeiou]){2}(-([bcdghklmnpqrstvx][aeiou]){2}){3}-\\d{2}"));
        assertThat(made).doesNotHaveDuplicates();
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
}
