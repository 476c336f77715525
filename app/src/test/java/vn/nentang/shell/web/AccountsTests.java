package vn.nentang.shell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.nentang.access.Account;
import vn.nentang.access.Accounts;
import vn.nentang.kernel.Decision;
import vn.nentang.kernel.PersonId;
import vn.nentang.kernel.Refusal;

/** What an account needs. */
final class AccountsTests {

    private final Accounts accounts = RunningOffice.shared().part(Accounts.class);

    private static List<String> codes(Decision<Account> decision) {
        return decision instanceof Decision.Refused<Account>(var reasons)
                ? reasons.stream().map(Refusal::code).toList()
                : List.of();
    }

    /** Each next row repairs one thing. */
    @ParameterizedTest
    @CsvSource({
        "Có Dấu, '',   officer, ngắn quá, account-login-form account-name-length account-person-has-one password-length",
        "vanphong, '', officer, ngắn quá, account-login-taken account-name-length account-person-has-one password-length",
        "moi.tinh, '', officer, ngắn quá, account-name-length account-person-has-one password-length",
        "moi.tinh, Mới, officer, ngắn quá, account-person-has-one password-length",
        "moi.tinh, Mới, nobody, ngắn quá,       password-length",
        "moi.tinh, Mới, nobody, mười-một-ký,   password-length",
        "moi.tinh, Mới, nobody, moi.tinh-1234, password-guessable",
        "moi.tinh, Mới, nobody, aaaaaaaaaaaa, password-guessable"
    })
    void an_account_is_refused_with_every_reason(
            String login, String name, String person, String password, String expected) {
        var owner = person.equals("nobody") ? new PersonId(new UUID(9, 9)) : RunningOffice.OFFICER;
        var decision = accounts.create(login, name, owner, password);
        assertThat(codes(decision)).containsExactly(expected.split(" "));
    }

    @Test
    void a_login_is_found_whatever_its_case() {
        assertThat(accounts.verify("VanPhong", RunningOffice.PASSWORD)).isPresent();
        assertThat(accounts.verify("vanphong", RunningOffice.PASSWORD + "x")).isEmpty();
    }

    @Test
    void accounts_are_listed_without_passwords() {
        assertThat(accounts.list().toString()).contains("vanphong").doesNotContain("argon2");
    }
}
