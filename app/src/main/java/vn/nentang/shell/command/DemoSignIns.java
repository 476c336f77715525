package vn.nentang.shell.command;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.nentang.demo.DemoData;
import vn.nentang.kernel.PersonId;
import vn.nentang.membership.People;

/** Who can sign in to the demo. */
final class DemoSignIns {

    private final People people;

    DemoSignIns(People people) {
        this.people = people;
    }

    List<SignIns.Planned> planned(DemoData.Places places, DemoData.Holders holders) {
        return List.of(
                planned(
                        "bithu.chibo",
                        "Bí thư %s / secretary of a cell"
                                .formatted(places.cell().committee()),
                        holders.cellSecretary()),
                planned(
                        "tochuc.coso",
                        "Cán bộ tổ chức, %s / organisation officer of a grassroots committee"
                                .formatted(places.body().committee()),
                        holders.bodyOfficer()),
                planned(
                        "chinhuy",
                        "Chính ủy, %s / political commissar, whole tree"
                                .formatted(places.top().committee()),
                        holders.commissar()),
                planned(
                        "kiemtra",
                        "Cán bộ kiểm tra, %s / inspector, whole tree"
                                .formatted(places.top().committee()),
                        holders.inspector()),
                planned(
                        "dangvien",
                        "Đảng viên, %s / ordinary member"
                                .formatted(places.cell().committee()),
                        holders.cellMember()),
                planned(
                        "quantri",
                        "Quản trị tài khoản, %s / account administrator of the committee"
                                .formatted(places.top().committee()),
                        holders.accountAdministrator()),
                planned("kythuat", "Tài khoản kỹ thuật / technical account", null));
    }

    private SignIns.Planned planned(String login, String who, @Nullable PersonId person) {
        var name = Optional.ofNullable(person)
                .flatMap(one -> people.open(one, DemoData.LAST_DAY, null))
                .map(People.MemberFile::fullName)
                .orElseGet(() -> who.replaceFirst(" / .*", ""));
        return new SignIns.Planned(login, name, who, person);
    }
}
