package vn.nentang.shell.command;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.nentang.access.Account;
import vn.nentang.access.AccountKind;
import vn.nentang.access.Accounts;
import vn.nentang.access.Passwords;
import vn.nentang.kernel.Decision;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.organization.Organizations;

/** Who may sign in to the pages. */
@Command(
        name = "account",
        description = "Tài khoản đăng nhập. / Accounts.",
        mixinStandardHelpOptions = true,
        subcommands = {
            AccountCommand.AddCommand.class,
            AccountCommand.ListCommand.class,
            AccountCommand.PasswordCommand.class
        })
final class AccountCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Thiếu lệnh con. / A subcommand is missing.");
    }

    /** An account as machines read it. */
    record Shown(String login, String displayName, OrganizationId scope, String kind) {
        static Shown of(Account account) {
            return new Shown(
                    account.login(),
                    account.displayName(),
                    account.scope(),
                    account.kind().code());
        }
    }

    /** An account that was just made or changed, and the password when the program made it. */
    record Made(Shown account, @Nullable String password) {}

    @Command(name = "add", description = "Mở một tài khoản. / Makes an account.", mixinStandardHelpOptions = true)
    static final class AddCommand implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Mixin
        private DataOptions data;

        @Mixin
        private PasswordSource source;

        @Parameters(paramLabel = "LOGIN", description = "Tên đăng nhập. / The login.")
        private String login;

        @Option(names = "--name", paramLabel = "NAME", required = true, description = "Tên hiển thị. / Shown name.")
        private String name;

        @Option(
                names = "--scope",
                paramLabel = "ORG",
                required = true,
                description = "Tổ chức đảng được xem, cùng các tổ chức dưới. / What it may see, with all below.")
        private String scope;

        @Option(
                names = "--kind",
                paramLabel = "KIND",
                required = true,
                description = "committee-office, cell-secretary, member, technical")
        private String kind;

        @Option(names = "--json", description = "Cho máy đọc. / For machines.")
        private boolean json;

        @Override
        public Integer call() {
            var known = AccountKind.find(kind).orElseThrow(this::unknownKind);
            try (var app = OpenApplication.over(data.settings())) {
                var top = Organizing.one(app.part(Organizations.class), scope, Commands.today(app.part(Clock.class)));
                var password = source.take(spec);
                var decision = app.part(Accounts.class).create(login, name, top.id(), known, password.text());
                return answer(spec, decision, password, json);
            }
        }

        private ParameterException unknownKind() {
            var kinds =
                    Arrays.stream(AccountKind.values()).map(AccountKind::code).collect(Collectors.joining(", "));
            return new ParameterException(spec.commandLine(), "--kind: " + kinds);
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
        private DataOptions data;

        @Option(names = "--json", description = "Cho máy đọc. / For machines.")
        private boolean json;

        @Override
        public Integer call() {
            try (var app = OpenApplication.over(data.settings())) {
                List<Shown> accounts =
                        app.part(Accounts.class).list().stream().map(Shown::of).toList();
                if (json) {
                    Output.json(spec, accounts);
                } else {
                    accounts.forEach(a -> Output.of(spec)
                            .printf("%-24s %-18s %s (%s)%n", a.login(), a.kind(), a.displayName(), a.scope()));
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
        private DataOptions data;

        @Mixin
        private PasswordSource source;

        @Parameters(paramLabel = "LOGIN", description = "Tên đăng nhập. / The login.")
        private String login;

        @Option(names = "--json", description = "Cho máy đọc. / For machines.")
        private boolean json;

        @Override
        public Integer call() {
            try (var app = OpenApplication.over(data.settings())) {
                var accounts = app.part(Accounts.class);
                var account = accounts.find(login)
                        .orElseThrow(() -> new Refusing("Không có tài khoản " + login, "There is no account " + login));
                var password = source.take(spec);
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

        Password take(CommandSpec spec) {
            return typed ? new Password(type(spec), false) : new Password(Passwords.made(), true);
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
