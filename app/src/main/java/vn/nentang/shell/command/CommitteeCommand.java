package vn.nentang.shell.command;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.nentang.committee.Committee;
import vn.nentang.committee.CommitteeEvent;
import vn.nentang.committee.Committees;
import vn.nentang.committee.Finding;
import vn.nentang.committee.Posts;
import vn.nentang.committee.Strengthening;
import vn.nentang.kernel.Citation;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PersonId;
import vn.nentang.kernel.VietnameseText;
import vn.nentang.membership.People;
import vn.nentang.organization.Organization;
import vn.nentang.organization.Organizations;
import vn.nentang.rulebook.Rulebook;

/** Committees, posts, elections. */
@Command(
        name = "committee",
        description = "Cấp ủy, chức vụ, bầu cử. / Committees, posts, elections.",
        mixinStandardHelpOptions = true,
        subcommands = {
            CommitteeCommand.Show.class,
            CommitteeCommand.Shortfalls.class,
            CommitteeCommand.OpenTerm.class,
            CommitteeCommand.ExtendTerm.class,
            CommitteeCommand.TakePost.class,
            CommitteeCommand.LeavePost.class,
            CommitteeCommand.Rules.class,
            CommitteeCommand.Charge.class,
            ElectionCommand.class
        })
final class CommitteeCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Thiếu lệnh con. / A subcommand is missing.");
    }

    /** What was found about a committee, for machines. */
    record Found(
            String code,
            Map<String, String> facts,
            @Nullable Citation citation) {
        static Found of(Finding finding) {
            return new Found(finding.code(), finding.facts(), finding.citation());
        }
    }

    /** One sentence in Vietnamese with its article. */
    static String sentence(Finding finding) {
        var text =
                ResourceBundle.getBundle("messages", Locale.of("vi")).getString("committee.finding." + finding.code());
        for (var fact : finding.facts().entrySet()) {
            text = text.replace("{" + fact.getKey() + "}", fact.getValue());
        }
        return finding.citation() == null ? text : "%s (%s)".formatted(text, finding.citation());
    }

    @Command(
            name = "show",
            description = "Cấp ủy của một tổ chức vào một ngày. / The committee of an organisation on a date.",
            mixinStandardHelpOptions = true)
    static final class Show implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Mixin
        private ActingOptions data;

        @Option(names = "--org", paramLabel = "ORG", description = "Mã, tên hoặc định danh. / Code, name or id.")
        private @Nullable String organization;

        @Option(names = "--on", paramLabel = "DATE", required = true, description = "Ngày, ví dụ 2025-12-31.")
        private LocalDate on;

        @Option(names = "--json", description = "Cho máy đọc. / For machines.")
        private boolean json;

        /** A holder with the name and the post's name. */
        record InPost(PersonId person, String fullName, String post, String postName, String way, LocalDate since) {}

        /** A charge with the bearer's name. */
        record Charged(PersonId person, String fullName, String charge, LocalDate since) {}

        /** Working rules and their paper. */
        record Adopted(
                String title,
                @Nullable String number,
                @Nullable LocalDate date,
                LocalDate adoptedOn) {}

        /** The committee of an organisation on a date. */
        record Shown(
                OrganizationId organization,
                String name,
                LocalDate on,
                Committee.@Nullable Term term,
                List<InPost> holders,
                List<Charged> charges,
                @Nullable Adopted workingRules,
                List<Found> findings) {}

        @Override
        public Integer call() {
            try (var app = OpenApplication.over(data)) {
                var of = Organizing.one(app, organization, on);
                var committee = app.part(Committees.class).of(of.id(), on, null);
                var findings = app.part(Strengthening.class).findings(List.of(of), on, 0).stream()
                        .flatMap(line -> line.findings().stream())
                        .toList();
                if (json) {
                    Output.json(spec, shown(app, of, committee, findings));
                } else {
                    print(shown(app, of, committee, findings), findings);
                }
                return Exit.DONE;
            }
        }

        private Shown shown(OpenApplication app, Organization of, Committee committee, List<Finding> findings) {
            var persons = Stream.concat(
                            committee.holders().stream().map(Committee.Holder::person),
                            committee.charges().stream().map(Committee.Charge::person))
                    .toList();
            var names = app.part(People.class).names(persons, on);
            var posts = new Posts(app.part(Rulebook.class));
            var rules = committee.rules();
            return new Shown(
                    of.id(),
                    of.name(),
                    on,
                    committee.term(),
                    committee.holders().stream()
                            .map(h -> new InPost(
                                    h.person(),
                                    names.getOrDefault(h.person(), ""),
                                    h.post(),
                                    posts.name(h.post(), of.type(), on).vi(),
                                    h.way(),
                                    h.since()))
                            .toList(),
                    committee.charges().stream()
                            .map(c ->
                                    new Charged(c.person(), names.getOrDefault(c.person(), ""), c.charge(), c.since()))
                            .toList(),
                    rules == null
                            ? null
                            : new Adopted(
                                    rules.title(),
                                    rules.paper().number(),
                                    rules.paper().date(),
                                    rules.adoptedOn()),
                    findings.stream().map(Found::of).toList());
        }

        private void print(Shown shown, List<Finding> findings) {
            var out = Output.of(spec);
            out.println(shown.name());
            if (shown.term() != null) {
                out.println("%s: %s → %s"
                        .formatted(
                                shown.term().name(),
                                shown.term().openedOn(),
                                shown.term().endsOn()));
            }
            shown.holders().forEach(h -> out.printf("%-40s %-45s %s%n", h.fullName(), h.postName(), h.since()));
            shown.charges().forEach(c -> out.printf("%-40s %s%n", c.fullName(), c.charge()));
            findings.forEach(f -> out.println("! " + sentence(f)));
        }
    }

    @Command(
            name = "list-shortfalls",
            description = "Cấp ủy cần kiện toàn. / Committees that need strengthening.",
            mixinStandardHelpOptions = true)
    static final class Shortfalls implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Mixin
        private ActingOptions data;

        @Option(names = "--org", paramLabel = "ORG", description = "Mã, tên hoặc định danh. / Code, name or id.")
        private @Nullable String organization;

        @Option(names = "--on", paramLabel = "DATE", required = true, description = "Ngày, ví dụ 2025-12-31.")
        private LocalDate on;

        @Option(
                names = "--ending-within",
                paramLabel = "DAYS",
                description = "Kể cả nhiệm kỳ hết trong bấy nhiêu ngày tới. / Also terms that end within so many days.")
        private int endingWithin;

        @Option(names = "--json", description = "Cho máy đọc. / For machines.")
        private boolean json;

        /** One organisation and what its committee lacks. */
        record Line(OrganizationId organization, String name, List<Found> findings) {}

        @Override
        public Integer call() {
            if (endingWithin < 0) {
                throw new ParameterException(
                        spec.commandLine(), "Số ngày không âm. / A number of days is not negative.");
            }
            try (var app = OpenApplication.over(data)) {
                var organizations = app.part(Organizations.class);
                var top = Organizing.one(app, organization, on);
                var lines = app.part(Strengthening.class)
                        .shortfalls(organizations.treeOn(on).subtree(top.id()), on, endingWithin);
                if (json) {
                    Output.json(spec, lines.stream().map(Shortfalls::line).toList());
                } else {
                    lines.forEach(this::print);
                }
                return Exit.DONE;
            }
        }

        private static Line line(Strengthening.Line line) {
            return new Line(
                    line.organization().id(),
                    line.organization().name(),
                    line.findings().stream().map(Found::of).toList());
        }

        private void print(Strengthening.Line line) {
            Output.of(spec).println(line.organization().name());
            line.findings().forEach(f -> Output.of(spec).println("  " + sentence(f)));
        }
    }

    @Command(
            name = "open-term",
            description = "Ghi mở một nhiệm kỳ. / Records that a term began.",
            mixinStandardHelpOptions = true)
    static final class OpenTerm implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Mixin
        private CommitteeOptions asked;

        @Parameters(paramLabel = "NAME", description = "Tên nhiệm kỳ, ví dụ 2025–2030. / Its name.")
        private String name;

        @Option(names = "--ends", paramLabel = "DATE", required = true, description = "Ngày cuối. / Its last day.")
        private LocalDate ends;

        @Option(
                names = "--way",
                paramLabel = "WAY",
                defaultValue = "congress",
                description = "congress hoặc provisional-appointed. / Code of the list term-way.")
        private String way;

        @Option(names = "--seats", paramLabel = "N", description = "Số cấp ủy viên. / Seats of the committee.")
        private @Nullable Integer seats;

        @Option(names = "--standing", paramLabel = "N", description = "Số ủy viên ban thường vụ. / Standing committee.")
        private @Nullable Integer standing;

        @Option(names = "--deputies", paramLabel = "N", description = "Số phó bí thư. / Deputy secretaries.")
        private @Nullable Integer deputies;

        @Option(names = "--inspection", paramLabel = "N", description = "Số ủy viên ủy ban kiểm tra. / Inspection.")
        private @Nullable Integer inspection;

        @Override
        public Integer call() {
            var fixed = new CommitteeEvent.Seats(seats, standing, deputies, inspection);
            return asked.record(
                    spec, (_, of) -> new CommitteeEvent.TermOpened(of, VietnameseText.tidy(name), ends, fixed, way));
        }
    }

    @Command(
            name = "extend-term",
            description = "Ghi nhiệm kỳ kéo dài, rút ngắn. / Records that the term lasts to another day.",
            mixinStandardHelpOptions = true)
    static final class ExtendTerm implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Mixin
        private CommitteeOptions asked;

        @Option(names = "--ends", paramLabel = "DATE", required = true, description = "Ngày cuối mới. / The last day.")
        private LocalDate ends;

        @Override
        public Integer call() {
            return asked.record(spec, (_, of) -> new CommitteeEvent.TermExtended(of, ends));
        }
    }

    @Command(
            name = "take-post",
            description = "Ghi một người giữ chức vụ. / Records that somebody took a post.",
            mixinStandardHelpOptions = true)
    static final class TakePost implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Mixin
        private CommitteeOptions asked;

        @Mixin
        private PersonParameter person;

        @Option(names = "--post", paramLabel = "POST", required = true, description = "Mã chức vụ. / Code of the post.")
        private String post;

        @Option(
                names = "--way",
                paramLabel = "WAY",
                required = true,
                description = "elected, appointed, added, assigned. / Code of the list post-way.")
        private String way;

        @Override
        public Integer call() {
            return asked.record(
                    spec, (app, of) -> new CommitteeEvent.PostTaken(of, person.of(app, asked.on()), post, way, null));
        }
    }

    @Command(
            name = "leave-post",
            description = "Ghi một người thôi giữ chức vụ. / Records that somebody left a post.",
            mixinStandardHelpOptions = true)
    static final class LeavePost implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Mixin
        private CommitteeOptions asked;

        @Mixin
        private PersonParameter person;

        @Option(names = "--post", paramLabel = "POST", required = true, description = "Mã chức vụ. / Code of the post.")
        private String post;

        @Option(
                names = "--reason",
                paramLabel = "R",
                required = true,
                description = "Mã lý do, ví dụ released, retired. / Code of the list post-end.")
        private String reason;

        @Override
        public Integer call() {
            return asked.record(
                    spec, (app, of) -> new CommitteeEvent.PostLeft(of, person.of(app, asked.on()), post, reason));
        }
    }

    @Command(
            name = "rules",
            description = "Ghi quy chế làm việc; cần số hoặc ngày văn bản. / Records working rules.",
            mixinStandardHelpOptions = true)
    static final class Rules implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Mixin
        private CommitteeOptions asked;

        @Parameters(paramLabel = "TITLE", description = "Tên quy chế. / Their title.")
        private String title;

        @Override
        public Integer call() {
            return asked.record(
                    spec, (_, of) -> new CommitteeEvent.WorkingRulesAdopted(of, VietnameseText.tidy(title)));
        }
    }

    @Command(
            name = "charge",
            description = "Ghi phân công phụ trách, hoặc thôi phân công. / Records a charge, or its end.",
            mixinStandardHelpOptions = true)
    static final class Charge implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Mixin
        private CommitteeOptions asked;

        @Mixin
        private PersonParameter person;

        @Parameters(paramLabel = "CHARGE", index = "1", description = "Việc được phân công. / What for, in words.")
        private String charge;

        @Option(names = "--ended", description = "Thôi phân công việc này. / The charge ended.")
        private boolean ended;

        @Override
        public Integer call() {
            var words = VietnameseText.tidy(charge);
            return asked.record(spec, (app, of) -> {
                var who = person.of(app, asked.on());
                return ended
                        ? new CommitteeEvent.ChargeEnded(of, who, words)
                        : new CommitteeEvent.ChargeGiven(of, who, words);
            });
        }
    }
}
