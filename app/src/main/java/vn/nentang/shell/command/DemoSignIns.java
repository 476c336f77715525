package vn.nentang.shell.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.nentang.access.Accounts;
import vn.nentang.access.Passwords;
import vn.nentang.demo.DemoData;
import vn.nentang.kernel.Decision;
import vn.nentang.kernel.PersonId;
import vn.nentang.kernel.Refusal;
import vn.nentang.membership.People;

/**
 * The sign-ins of the demo. Passwords are drawn at the first start and kept in a file that its owner alone can read, so
 * that the next start shows the same ones.
 */
final class DemoSignIns {

    private static final String OWNER_ONLY = "rw-------";

    private final Accounts accounts;
    private final People people;
    private final Path file;

    DemoSignIns(Accounts accounts, People people, Path folder) {
        this.accounts = accounts;
        this.people = people;
        this.file = folder.resolve("signins.txt");
    }

    /** One way in. */
    record SignIn(String login, String password, String who) {}

    private record Planned(
            String login, String who, @Nullable PersonId person) {}

    /** Makes the accounts that are missing; one whose password is no longer known gets another. */
    List<SignIn> ready(DemoData.Places places, DemoData.Holders holders) throws IOException {
        var known = read();
        var signIns = new ArrayList<SignIn>();
        for (var planned : planned(places, holders)) {
            var password = known.computeIfAbsent(planned.login(), _ -> Passwords.made());
            signIns.add(new SignIn(planned.login(), password, planned.who()));
        }
        write(signIns);
        planned(places, holders).forEach(p -> open(p, known.getOrDefault(p.login(), "")));
        return signIns;
    }

    private static List<Planned> planned(DemoData.Places places, DemoData.Holders holders) {
        return List.of(
                new Planned(
                        "bithu.chibo",
                        "Bí thư %s / secretary of a cell"
                                .formatted(places.cell().committee()),
                        holders.cellSecretary()),
                new Planned(
                        "tochuc.coso",
                        "Cán bộ tổ chức, %s / organisation officer of a grassroots committee"
                                .formatted(places.body().committee()),
                        holders.bodyOfficer()),
                new Planned(
                        "chinhuy",
                        "Chính ủy, %s / political commissar, whole tree"
                                .formatted(places.top().committee()),
                        holders.commissar()),
                new Planned(
                        "kiemtra",
                        "Cán bộ kiểm tra, %s / inspector, whole tree"
                                .formatted(places.top().committee()),
                        holders.inspector()),
                new Planned(
                        "dangvien",
                        "Đảng viên, %s / ordinary member"
                                .formatted(places.cell().committee()),
                        holders.cellMember()),
                new Planned(
                        "quantri",
                        "Quản trị tài khoản, %s / account administrator of the committee"
                                .formatted(places.top().committee()),
                        holders.accountAdministrator()),
                new Planned("kythuat", "Tài khoản kỹ thuật / technical account", null));
    }

    private void open(Planned planned, String password) {
        var account = accounts.find(planned.login());
        if (account.isEmpty()) {
            made(accounts.create(planned.login(), name(planned), planned.person(), password));
        } else if (accounts.verify(planned.login(), password).isEmpty()) {
            made(accounts.changePassword(account.get().id(), password));
        }
    }

    private String name(Planned planned) {
        return Optional.ofNullable(planned.person())
                .flatMap(person -> people.open(person, DemoData.LAST_DAY, null))
                .map(People.MemberFile::fullName)
                .orElseGet(() -> planned.who().replaceFirst(" / .*", ""));
    }

    private static void made(Decision<?> decision) {
        if (decision instanceof Decision.Refused<?>(var reasons)) {
            throw new IllegalStateException("A sign-in of the demo was refused: " + Refusal.describe(reasons));
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
