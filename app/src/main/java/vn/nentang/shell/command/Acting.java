package vn.nentang.shell.command;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.nentang.access.Accounts;
import vn.nentang.access.AuthorityMatrix;
import vn.nentang.access.Right;
import vn.nentang.access.SecondFactors;
import vn.nentang.access.Viewer;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.store.Reach;

/** The gate of the command line: what an account may do by command is what it may do by page. */
final class Acting {

    private final Accounts accounts;
    private final SecondFactors secondFactors;
    private final AuthorityMatrix matrix;

    Acting(Accounts accounts, SecondFactors secondFactors, AuthorityMatrix matrix) {
        this.accounts = accounts;
        this.secondFactors = secondFactors;
        this.matrix = matrix;
    }

    /**
     * The viewer a command works for, under the right the command needs; what the thread reads from here on is limited.
     * What keeps the machine running reads everything and shows nothing of it.
     *
     * @throws Refusing when login and password do not fit, or no post held today allows the command
     */
    Viewer as(String login, String password, String command, LocalDate today) {
        var account = accounts.verify(login, password)
                .orElseThrow(() -> new Refusing("Sai tên đăng nhập hoặc mật khẩu.", "Wrong login or password."));
        if (secondFactors.isOn(account.id())) {
            throw new Refusing(
                    "Tài khoản đăng nhập hai bước chỉ làm việc trên trang web.",
                    "An account with two steps works on the pages only.");
        }
        var viewer = admitted(accounts.viewer(account, today), command);
        if (viewer.may(Right.MACHINE)) {
            return viewer;
        }
        Reach.over(
                        ids(viewer.placesOf(Right.MEMBER_READ)),
                        ids(viewer.placesOf(Right.COMMITTEE_READ)),
                        viewer.person() == null ? null : viewer.person().value())
                .begin();
        return viewer;
    }

    /** A command that is not in the matrix is closed to every account. */
    Viewer admitted(Viewer viewer, String command) {
        var needed = matrix.forCommand(command);
        return needed.stream()
                .filter(viewer::may)
                .findFirst()
                .map(viewer::under)
                .orElseThrow(() -> refused(needed));
    }

    private Refusing refused(List<Right> needed) {
        var rights =
                needed.stream().flatMap(right -> matrix.row(right).stream()).toList();
        var posts = matrix.giving(needed);
        return new Refusing(
                "Cần có quyền: %s. Những chức vụ làm được: %s."
                        .formatted(
                                rights.stream().map(r -> r.title().vi()).collect(Collectors.joining(", ")),
                                posts.stream().map(p -> p.title().vi()).collect(Collectors.joining(", "))),
                "Needed: %s. Posts that could: %s."
                        .formatted(
                                rights.stream().map(r -> r.title().en()).collect(Collectors.joining(", ")),
                                posts.stream().map(p -> p.title().en()).collect(Collectors.joining(", "))));
    }

    private static List<UUID> ids(List<OrganizationId> organizations) {
        return organizations.stream().map(OrganizationId::value).toList();
    }
}
