package vn.nentang.shell.command;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.nentang.access.Account;
import vn.nentang.access.Accounts;
import vn.nentang.access.Passwords;
import vn.nentang.kernel.Decision;
import vn.nentang.kernel.PersonId;
import vn.nentang.membership.People;

/** Who may sign in to the pages. */
@Command(
        name = "account",
        description = "Tài khoản đăng nhập. / Accounts.",
        mixinStandardHelpOptions = true,
        subcommands = {
            AccountCommand.AddCommand.class,
            AccountCommand.ListCommand.class,
            AccountCommand.PasswordCommand.class,
            AccountLockCommands.Lock.class,
            AccountLockCommands.Unlock.class
        })
final class AccountCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Thiếu lệnh con. / A subcommand is missing.");
    }

    /** An account as machines read it. */
    record Shown(String login, String displayName, @Nullable PersonId person, boolean technical) {
        static Shown of(Account account) {
            return new Shown(account.login(), account.displayName(), account.person(), account.isTechnical());
        }
    }

    /** An account that was just made or changed, and the password when the program made it. */
    record Made(Shown account, @Nullable String password) {}

    @Command(name = "add", description = "Mở một tài khoản. / Makes an account.", mixinStandardHelpOptions = true)
    static final class AddCommand implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Mixin
        private ActingOptions data;

        @Mixin
        private PasswordSource source;

        @Parameters(paramLabel = "LOGIN", description = "Tên đăng nhập. / The login.")
        private String login;

        @ArgGroup(multiplicity = "1")
        private Owner owner;

        /** An account belongs to somebody, or to nobody. */
        static final class Owner {

            @Option(
                    names = "--person",
                    paramLabel = "PERSON",
                    description =
                            "Đảng viên: mã, số định danh hoặc số thẻ. / The member: id, citizen id or card number.")
            private @Nullable String person;

            @Option(
                    names = "--technical",
                    paramLabel = "NAME",
                    description = "Tài khoản kỹ thuật, mang tên này; không xem được dữ liệu đảng viên."
                            + " / A technical account with this name; sees no member's data.")
            private @Nullable String technical;
        }

        @Option(names = "--json", description = "Cho máy đọc. / For machines.")
        private boolean json;

        @Override
        public Integer call() {
            try (var app = OpenApplication.over(data)) {
                var person = owner.person == null ? null : owner(app, owner.person);
                var name = person == null
                        ? Objects.requireNonNullElse(owner.technical, "")
                        : person.file().fullName();
                var password = source.take(spec, login);
                var decision = app.part(Accounts.class)
                        .create(
                                login,
                                name,
                                person == null ? null : person.file().person(),
                                password.text());
                return answer(spec, decision, password, json);
            }
        }

        private static Named owner(OpenApplication app, String word) {
            return Named.one(app.part(People.class), word, Commands.today(app.part(Clock.class)));
        }
    }

    private static int answer(CommandSpec spec, Decision<Account> decision, Password password, boolean json) {
        return switch (decision) {
            case Decision.Refused<Account>(var reasons) -> Commands.refuse(spec, reasons, json);
            case Decision.Recorded<Account>(var accounts) -> {
                show(spec, accounts.getFirst(), password, json);
                yield Exit.DONE;
            }
        };
    }

    private static void show(CommandSpec spec, Account account, Password password, boolean json) {
        var made = password.made() ? password.text() : null;
        if (json) {
            Output.json(spec, new Made(Shown.of(account), made));
            return;
        }
        Output.of(spec).println(account.login());
        if (made != null) {
            Output.of(spec).println("Mật khẩu, chỉ in lần này / Password, printed once: " + made);
        }
    }

    @Command(name = "list", description = "Các tài khoản. / The accounts.", mixinStandardHelpOptions = true)
    static final class ListCommand implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Mixin
        private ActingOptions data;

        @Option(names = "--json", description = "Cho máy đọc. / For machines.")
        private boolean json;

        @Override
        public Integer call() {
            try (var app = OpenApplication.over(data)) {
                List<Shown> accounts =
                        app.part(Accounts.class).list().stream().map(Shown::of).toList();
                if (json) {
                    Output.json(spec, accounts);
                } else {
                    accounts.forEach(a -> Output.of(spec)
                            .printf(
                                    "%-24s %-40s %s%n",
                                    a.login(),
                                    a.displayName(),
                                    a.person() == null ? "kỹ thuật / technical" : a.person()));
                }
                return Exit.DONE;
            }
        }
    }

    @Command(
            name = "password",
            description = "Đặt mật khẩu khác; các phiên đang mở kết thúc. / Sets another password; open sessions end.",
            mixinStandardHelpOptions = true)
    static final class PasswordCommand implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Mixin
        private ActingOptions data;

        @Mixin
        private PasswordSource source;

        @Parameters(paramLabel = "LOGIN", description = "Tên đăng nhập. / The login.")
        private String login;

        @Option(names = "--json", description = "Cho máy đọc. / For machines.")
        private boolean json;

        @Override
        public Integer call() {
            try (var app = OpenApplication.over(data)) {
                var accounts = app.part(Accounts.class);
                var account = accounts.find(login)
                        .orElseThrow(() -> new Refusing("Không có tài khoản " + login, "There is no account " + login));
                var password = source.take(spec, login);
                return answer(spec, accounts.changePassword(account.id(), password.text()), password, json);
            }
        }
    }

    /**
     * A password, and where it comes from.
     *
     * @param made whether the program made it and must therefore tell it
     */
    record Password(String text, boolean made) {}

    /** A password is typed at the terminal or made and printed once; it never stands on the command line. */
    static final class PasswordSource {

        @Option(
                names = "--type-password",
                description = "Gõ mật khẩu tại đây thay vì để chương trình tạo. / Asks for it.")
        private boolean typed;

        Password take(CommandSpec spec, String login) {
            return typed ? new Password(type(spec), false) : new Password(Passwords.madeFor(login), true);
        }

        private static String type(CommandSpec spec) {
            var console = Objects.requireNonNull(System.console());
            if (!console.isTerminal()) {
                throw new ParameterException(spec.commandLine(), "--type-password: không có bàn phím. / no terminal.");
            }
            var first = console.readPassword("Mật khẩu / Password: ");
            var again = console.readPassword("Ghi lại / Again: ");
            if (first == null || !Arrays.equals(first, again)) {
                throw new Refusing("Hai lần ghi không giống nhau.", "The two do not match.");
            }
            return new String(first);
        }
    }
}
