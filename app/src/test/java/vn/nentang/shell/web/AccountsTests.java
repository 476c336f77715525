package vn.nentang.shell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.nentang.access.Account;
import vn.nentang.access.AccountKind;
import vn.nentang.access.Accounts;
import vn.nentang.kernel.Decision;
import vn.nentang.kernel.OrganizationId;
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
        "Có Dấu, '',   x, ngắn quá,              account-login-form account-name-length account-scope-unknown password-length",
        "vanphong, '', x, ngắn quá,              account-login-taken account-name-length account-scope-unknown password-length",
        "moi.tinh, '', x, ngắn quá,              account-name-length account-scope-unknown password-length",
        "moi.tinh, Mới, x, ngắn quá,             account-scope-unknown password-length",
        "moi.tinh, Mới, commune, ngắn quá,       password-length",
        "moi.tinh, Mới, commune, moi.tinh-1234, password-guessable",
        "moi.tinh, Mới, commune, aaaaaaaaaaaa, password-guessable"
    })
    void an_account_is_refused_with_every_reason(
            String login, String name, String scope, String password, String expected) {
        var top = scope.equals("x") ? new OrganizationId(new UUID(9, 9)) : RunningOffice.COMMUNE;
        var decision = accounts.create(login, name, top, AccountKind.MEMBER, password);
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
