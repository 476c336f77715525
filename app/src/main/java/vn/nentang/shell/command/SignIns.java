package vn.nentang.shell.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nentang.access.Accounts;
import vn.nentang.access.Passwords;
import vn.nentang.kernel.Decision;
import vn.nentang.kernel.PersonId;
import vn.nentang.kernel.Refusal;

/**
 * The sign-ins of made-up data. Passwords are drawn the first time and kept in a file that its owner alone can read, so
 * that the next start shows the same ones.
 */
final class SignIns {

    private static final String OWNER_ONLY = "rw-------";

    private final Accounts accounts;
    private final Path file;

    SignIns(Accounts accounts, Path folder) {
        this.accounts = accounts;
        this.file = folder.resolve("signins.txt");
    }

    /** One way in. */
    record SignIn(String login, String password, String who) {}

    /**
     * A way in that is to be made.
     *
     * @param who what they are, Vietnamese and English
     * @param person null for a technical account
     */
    record Planned(
            String login, String name, String who, @Nullable PersonId person) {}

    /** Makes the accounts that are missing; one whose password is no longer known gets another. */
    List<SignIn> ready(List<Planned> wanted) throws IOException {
        var known = read();
        var signIns = new ArrayList<SignIn>();
        for (var planned : wanted) {
            var password = known.computeIfAbsent(planned.login(), Passwords::madeFor);
            signIns.add(new SignIn(planned.login(), password, planned.who()));
        }
        write(signIns);
        wanted.forEach(p -> open(p, known.getOrDefault(p.login(), "")));
        return signIns;
    }

    /** For people, with a word on who they are: everybody is made up. */
    static void show(List<SignIn> signIns, PrintWriter out) {
        out.println("Đăng nhập / Sign-ins (mọi người, đơn vị đều giả định / everyone and every unit is made up):");
        signIns.forEach(s -> out.printf("  %-12s %-24s %s%n", s.login(), s.password(), s.who()));
    }

    private void open(Planned planned, String password) {
        var account = accounts.find(planned.login());
        if (account.isEmpty()) {
            made(accounts.create(planned.login(), planned.name(), planned.person(), password));
        } else if (accounts.verify(planned.login(), password).isEmpty()) {
            made(accounts.changePassword(account.get().id(), password));
        }
    }

    private static void made(Decision<?> decision) {
        if (decision instanceof Decision.Refused<?>(var reasons)) {
            throw new IllegalStateException("A sign-in was refused: " + Refusal.describe(reasons));
        }
    }

    private Map<String, String> read() throws IOException {
        var known = new LinkedHashMap<String, String>();
        if (Files.exists(file)) {
            for (var line : Files.readAllLines(file)) {
                var parts = line.split("\t", -1);
                if (parts.length == 3) {
                    known.put(parts[0], parts[1]);
                }
            }
        }
        return known;
    }

    private void write(List<SignIn> signIns) throws IOException {
        var text = new StringBuilder();
        signIns.forEach(s -> text.append(s.login() + "\t" + s.password() + "\t" + s.who() + "\n"));
        Files.createDirectories(file.toAbsolutePath().getParent());
        var draft = Files.createTempFile(file.toAbsolutePath().getParent(), ".signins", null);
        if (draft.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString(OWNER_ONLY));
        }
        Files.writeString(draft, text, StandardCharsets.UTF_8);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
