package vn.nentang.shell.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.nentang.access.Account;
import vn.nentang.access.Accounts;
import vn.nentang.access.SecondFactors;
import vn.nentang.access.SignInAttempts;

/** Locking accounts and opening them, for whoever keeps the machine. */
final class AccountLockCommands {

    private AccountLockCommands() {}

    /** What became of an account. */
    record State(String login, boolean locked, boolean secondStep) {

        String sentence() {
            return locked ? "Đã khóa / Locked: " + login : "Đang mở / Open: " + login;
        }
    }

    private static Account account(OpenApplication app, String login) {
        return app.part(Accounts.class)
                .find(login)
                .orElseThrow(() -> new Refusing("Không có tài khoản " + login, "There is no account " + login));
    }

    private static int shown(CommandSpec spec, boolean json, OpenApplication app, Account account) {
        var state = new State(
                account.login(),
                app.part(Accounts.class).isLocked(account.id()),
                app.part(SecondFactors.class).isOn(account.id()));
        Output.either(spec, json, state, state.sentence());
        return Exit.DONE;
    }

    @Command(
            name = "lock",
            description = "Khóa tài khoản; các phiên đang mở kết thúc. / Locks it; open sessions end.",
            mixinStandardHelpOptions = true)
    static final class Lock implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Mixin
        private ActingOptions data;

        @Parameters(paramLabel = "LOGIN", description = "Tên đăng nhập. / The login.")
        private String login;

        @Option(names = "--json", description = "Cho máy đọc. / For machines.")
        private boolean json;

        @Override
        public Integer call() {
            try (var app = OpenApplication.over(data)) {
                var account = account(app, login);
                app.part(Accounts.class).lock(account.id(), "command-line");
                return shown(spec, json, app, account);
            }
        }
    }

    @Command(
            name = "unlock",
            description = "Mở tài khoản bị khóa hoặc bị đóng vì nhập sai. / Opens it, also after wrong tries.",
            mixinStandardHelpOptions = true)
    static final class Unlock implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Mixin
        private ActingOptions data;

        @Parameters(paramLabel = "LOGIN", description = "Tên đăng nhập. / The login.")
        private String login;

        @Option(
                names = "--without-second-step",
                description = "Tắt luôn bước thứ hai, khi mất điện thoại. / Turns the second step off as well.")
        private boolean withoutSecondStep;

        @Option(names = "--json", description = "Cho máy đọc. / For machines.")
        private boolean json;

        @Override
        public Integer call() {
            try (var app = OpenApplication.over(data)) {
                var account = account(app, login);
                app.part(Accounts.class).unlock(account.id());
                app.part(SignInAttempts.class).open(account.login());
                if (withoutSecondStep) {
                    app.part(SecondFactors.class).turnOff(account.id());
                }
                return shown(spec, json, app, account);
            }
        }
    }
}
