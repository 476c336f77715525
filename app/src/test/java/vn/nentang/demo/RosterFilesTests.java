package vn.nentang.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nentang.kernel.Citation;
import vn.nentang.kernel.Mark;
import vn.nentang.membership.intake.IntakeContext;
import vn.nentang.membership.intake.IntakeRules;
import vn.nentang.membership.intake.KnownMembers;
import vn.nentang.membership.intake.RosterCheck;
import vn.nentang.membership.intake.RosterIntake;
import vn.nentang.rulebook.Rulebook;

final class RosterFilesTests {

    private static final Citation CHARTER = new Citation("Điều lệ Đảng 2011", "", Mark.VERIFIED);
    private static final IntakeRules RULES = IntakeRules.since(
            LocalDate.of(1930, 2, 3),
            new IntakeRules.Requirement(18, CHARTER),
            new IntakeRules.Requirement(12, CHARTER));

    @TempDir
    private Path folder;

    @Test
    void made_up_rosters_can_be_taken_over_without_a_problem() throws IOException {
        var files = new RosterFiles(Rulebook.load()).write(new DemoData.Size(150, 9), folder);
        var cells = Files.readAllLines(folder.resolve("chi-bo.txt"));
        var context = new IntakeContext("Đảng bộ", Story.END, cells, RULES, KnownMembers.none());

        var members = 0;
        for (var file : files) {
            members += ready(RosterIntake.check(file, context));
        }

        assertThat(files.size()).isGreaterThan(10);
        assertThat(members).as("everybody once together, once by unit").isEqualTo(2 * 150);
    }

    private static int ready(RosterCheck check) {
        assertThat(check).isInstanceOf(RosterCheck.Importable.class);
        var rows = ((RosterCheck.Importable) check).rows();
        assertThat(rows).allMatch(RosterCheck.MemberRow::isReady);
        return rows.size();
    }
}
