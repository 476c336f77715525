package vn.nentang.shell.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import vn.nentang.access.Accounts;
import vn.nentang.access.AuthorityMatrix;
import vn.nentang.access.Right;
import vn.nentang.access.SecondFactors;
import vn.nentang.committee.CommitteeDesk;
import vn.nentang.committee.CommitteeEvent;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Paper;
import vn.nentang.kernel.PersonId;
import vn.nentang.ledger.Answer;
import vn.nentang.ledger.Command;
import vn.nentang.membership.Act;
import vn.nentang.membership.Fact;
import vn.nentang.membership.MembershipDesk;
import vn.nentang.membership.MembershipEvent;
import vn.nentang.organization.OrganizationDesk;
import vn.nentang.organization.OrganizationEvent;
import vn.nentang.shell.web.RunningOffice;
import vn.nentang.store.StoreSettings;

/** What an account may do by command is what its posts allow, as on the pages. */
final class CommandAuthorityTests {

    private static final AuthorityMatrix MATRIX = AuthorityMatrix.load();
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    private static Stream<String> leaves(CommandLine command, String prefix) {
        var below = command.getSubcommands();
        if (below.isEmpty()) {
            return Stream.of(prefix.strip());
        }
        return below.entrySet().stream().flatMap(e -> leaves(e.getValue(), prefix + " " + e.getKey()));
    }

    static Set<String> commands() {
        return leaves(RootCommand.commandLine(), "").collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void every_command_stands_in_the_matrix_and_every_command_of_the_matrix_exists() {
        var known = Stream.concat(
                        MATRIX.keeper().stream(), MATRIX.rights().stream().flatMap(row -> row.commands().stream()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(commands()).isEqualTo(known);
    }

    record Step(String login, String post, boolean cell, String command) {}

    static Stream<Step> steps() {
        return commands().stream()
                .flatMap(command -> Stream.of(
                        new Step("vanphong", "organization-officer", false, command),
                        new Step("bithu.bac", "secretary", true, command),
                        new Step("chinhuy", "political-commissar", false, command),
                        new Step("kiemtra", "inspector", false, command),
                        new Step("quantri", "account-administrator", false, command),
                        new Step("dangvien", "member", true, command),
                        new Step("kythuat", "", false, command)));
    }

    private static boolean isAllowed(Step step) {
        var needed = MATRIX.forCommand(step.command());
        Set<Right> held = step.post().isEmpty()
                ? MATRIX.technical()
                : MATRIX.find(step.post(), step.cell()).orElseThrow().may();
        var plain = step.post().isEmpty() ? Set.<Right>of() : MATRIX.everyone();
        var member = step.post().isEmpty()
                ? Set.<Right>of()
                : MATRIX.find("member", true).orElseThrow().may();
        return needed.stream().anyMatch(r -> held.contains(r) || plain.contains(r) || member.contains(r));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void an_account_is_let_through_as_the_matrix_says(Step step) {
        var office = RunningOffice.shared();
        var accounts = office.part(Accounts.class);
        var acting = new Acting(accounts, office.part(SecondFactors.class), MATRIX);
        var viewer = accounts.viewer(accounts.find(step.login()).orElseThrow(), TODAY);
        if (isAllowed(step)) {
            assertThat(acting.admitted(viewer, step.command()).account().login())
                    .isEqualTo(step.login());
        } else {
            assertThatThrownBy(() -> acting.admitted(viewer, step.command()))
                    .isInstanceOf(Refusing.class)
                    .hasMessageContaining("Cần có quyền");
        }
    }

    @TempDir
    static Path folder;

    private record Ran(int exit, String out, String err) {}

    private static Ran run(String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        var all = Stream.concat(
                        Stream.of(args),
                        Stream.of("--data", folder.resolve("data").toString()))
                .toArray(String[]::new);
        var exit = RootCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all);
        return new Ran(exit, out.toString(), err.toString());
    }

    private static final String PASSWORD = "sông-núi-biển-trời-42";
    private static final OrganizationId NORTH = new OrganizationId(new UUID(1, 2));

    private static void office() {
        try (var app = OpenApplication.over(new StoreSettings.Embedded(folder.resolve("data")))) {
            var body = new OrganizationId(new UUID(1, 1));
            var south = new OrganizationId(new UUID(1, 3));
            var founded = LocalDate.of(2019, 1, 1);
            recorded(app.part(OrganizationDesk.class)
                    .foundAll(
                            command(),
                            List.of(
                                    new OrganizationEvent.Founded(body, "grassroots-body", "Đảng bộ xã", "SM", null),
                                    new OrganizationEvent.Founded(NORTH, "cell", "Chi bộ Bắc", "SM.01", body),
                                    new OrganizationEvent.Founded(south, "cell", "Chi bộ Nam", "SM.02", body)),
                            founded,
                            Paper.UNKNOWN));
            var secretary = member(app, 1, "Lường Văn Xuân", NORTH);
            member(app, 2, "Quàng Văn Bình", south);
            recorded(app.part(CommitteeDesk.class)
                    .propose(
                            command(),
                            new CommitteeEvent.PostTaken(NORTH, secretary, "secretary", "appointed", null),
                            LocalDate.of(2020, 1, 1),
                            Paper.UNKNOWN,
                            null));
            var accounts = app.part(Accounts.class);
            accounts.create("bithu", "Bí thư", secretary, PASSWORD);
            accounts.create("kythuat", "Kỹ thuật", null, PASSWORD);
        }
    }

    private static PersonId member(OpenApplication app, int number, String name, OrganizationId cell) {
        var person = new PersonId(new UUID(2, number));
        var on = LocalDate.of(2019, 2, 3);
        var facts = List.of(new Fact(Fact.FULL_NAME, name));
        recorded(app.part(MembershipDesk.class)
                .proposeAll(
                        command(),
                        List.of(
                                new Act(new MembershipEvent.PersonRegistered(person, facts), on, Paper.UNKNOWN),
                                new Act(new MembershipEvent.Enrolled(person, cell, "full"), on, Paper.UNKNOWN))));
        return person;
    }

    private static Command command() {
        return new Command(UUID.randomUUID(), "test", "office");
    }

    private static void recorded(Answer answer) {
        if (answer instanceof Answer.Refused(var reasons)) {
            throw new IllegalStateException(reasons.toString());
        }
    }

    private static String password() throws IOException {
        var file = folder.resolve("password");
        Files.writeString(file, PASSWORD + "\n");
        return file.toString();
    }

    @Test
    void a_command_reaches_as_far_as_the_post_and_no_further() throws IOException {
        office();
        var file = password();
        var own = run("roster", "--on", "2026-01-01", "--as", "bithu", "--password-file", file);
        assertThat(own.exit()).as(own.err()).isEqualTo(Exit.DONE);
        assertThat(own.out()).contains("Lường Văn Xuân").doesNotContain("Quàng Văn Bình");
        var other = run("roster", "--org", "SM.02", "--on", "2026-01-01", "--as", "bithu", "--password-file", file);
        assertThat(other.exit()).isEqualTo(Exit.REFUSED);
        assertThat(other.err()).contains("No such organisation");

        var keeper = run("roster", "--org", "SM.02", "--on", "2026-01-01");
        assertThat(keeper.out()).contains("Quàng Văn Bình");

        var technical = run("roster", "--on", "2026-01-01", "--as", "kythuat", "--password-file", file);
        assertThat(technical.exit()).isEqualTo(Exit.REFUSED);
        assertThat(technical.err()).contains("Bí thư chi bộ").doesNotContain("Quàng Văn Bình");
        assertThat(run("ledger", "verify", "--as", "kythuat", "--password-file", file)
                        .exit())
                .isEqualTo(Exit.DONE);
        assertThat(run("ledger", "verify", "--as", "bithu", "--password-file", file)
                        .exit())
                .isEqualTo(Exit.REFUSED);

        Files.writeString(folder.resolve("password"), "sai\n");
        assertThat(run("roster", "--on", "2026-01-01", "--as", "bithu", "--password-file", file)
                        .err())
                .contains("Wrong login or password");
    }
}
