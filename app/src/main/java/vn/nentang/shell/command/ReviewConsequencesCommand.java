package vn.nentang.shell.command;

import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.nentang.kernel.Citation;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PersonId;
import vn.nentang.organization.Organization;
import vn.nentang.organization.Organizations;
import vn.nentang.review.ReviewYears;
import vn.nentang.review.years.Consequences;
import vn.nentang.review.years.Consequences.MemberYears;
import vn.nentang.review.years.Rewards;
import vn.nentang.review.years.YearResult;
import vn.nentang.rulebook.Label;
import vn.nentang.rulebook.Ruling;

/** Who is to be screened, and which rewards may be proposed. */
@Command(
        name = "consequences",
        description = "Rà soát, khen thưởng theo kết quả nhiều năm. / Screening and rewards by several years.",
        mixinStandardHelpOptions = true)
final class ReviewConsequencesCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ActingOptions data;

    @Option(names = "--org", paramLabel = "ORG", description = "Mã, tên hoặc định danh. / Code, name or id.")
    private @Nullable String organization;

    @Option(names = "--year", paramLabel = "Y", required = true, description = "Năm cuối. / The last year.")
    private int year;

    @Option(
            names = "--record",
            description = "Cả kết quả các năm dùng khi bổ nhiệm. / Also the record for appointments.")
    private boolean record;

    @Option(names = "--json", description = "Cho máy đọc. / For machines.")
    private boolean json;

    /** A rule with its value and its article, as machines read it. */
    record RuleJson(String key, String value, Citation source) {
        static @Nullable RuleJson of(@Nullable Ruling ruling) {
            return ruling == null ? null : new RuleJson(ruling.key(), ruling.text(), ruling.source());
        }
    }

    /** A member, as machines read it; {@code inARow} is left out in the record for appointments. */
    record PersonJson(
            PersonId personId,
            String name,
            OrganizationId cellId,
            @Nullable Integer inARow,
            List<YearResult> results) {
        static PersonJson of(MemberYears member, @Nullable Integer inARow) {
            return new PersonJson(member.person(), member.fullName(), member.cell(), inARow, member.results());
        }
    }

    /** One proposal, as machines read it; either a person or an organisation. */
    record ProposalJson(
            String reward,
            Label title,
            @Nullable PersonId personId,
            @Nullable OrganizationId organizationId,
            String name,
            int inARow,
            @Nullable BigDecimal dong,
            List<Citation> sources) {}

    /** The whole, as machines read it. */
    record TableJson(
            int year,
            @Nullable RuleJson screening,
            List<PersonJson> screened,
            List<ProposalJson> proposals,
            @Nullable RuleJson recordRule,
            @Nullable List<PersonJson> record) {}

    @Override
    public Integer call() {
        try (var app = OpenApplication.over(data)) {
            var lastDay = app.part(ReviewYears.class).lastDayOf(year);
            var top = Organizing.one(app, organization, lastDay);
            var cells = app.part(Organizations.class).treeOn(lastDay).subtree(top.id()).stream()
                    .map(Organization::id)
                    .toList();
            var table = table(app.part(Consequences.class), top.id(), cells);
            if (json) {
                Output.json(spec, table);
            } else {
                print(table);
            }
            return Exit.DONE;
        }
    }

    private TableJson table(Consequences consequences, OrganizationId top, List<OrganizationId> cells) {
        var found = consequences.of(top, cells, year);
        var last = consequences.lastYears(cells, year, 0, record ? Integer.MAX_VALUE : 0);
        return new TableJson(
                year,
                RuleJson.of(found.screening()),
                found.screened().stream()
                        .map(one -> PersonJson.of(one.member(), one.failed().length()))
                        .toList(),
                Stream.concat(
                                found.organizations().stream().flatMap(ReviewConsequencesCommand::proposals),
                                found.members().stream().flatMap(ReviewConsequencesCommand::proposals))
                        .toList(),
                RuleJson.of(last.rule()),
                record
                        ? last.lines().stream()
                                .map(one -> PersonJson.of(one, null))
                                .toList()
                        : null);
    }

    private static Stream<ProposalJson> proposals(Consequences.OrganizationProposal one) {
        return one.rewards().stream()
                .map(reward -> new ProposalJson(
                        reward.code(),
                        reward.label(),
                        null,
                        one.organization().id(),
                        one.organization().name(),
                        one.top().length(),
                        null,
                        List.of(reward.source())));
    }

    private static Stream<ProposalJson> proposals(Consequences.MemberProposal one) {
        return one.rewards().stream()
                .map(reward -> new ProposalJson(
                        reward.code(),
                        reward.label(),
                        one.member().person(),
                        null,
                        one.member().fullName(),
                        one.top().length(),
                        dong(reward),
                        sources(reward)));
    }

    private static @Nullable BigDecimal dong(Rewards.Reward reward) {
        var money = reward.money();
        return money == null ? null : money.dong();
    }

    private static List<Citation> sources(Rewards.Reward reward) {
        var money = reward.money();
        return money == null
                ? List.of(reward.source())
                : List.of(
                        reward.source(), money.times().source(), money.salary().source());
    }

    private void print(TableJson table) {
        var out = Output.of(spec);
        out.printf("Cần rà soát / To be screened: %d%n", table.screened().size());
        table.screened().forEach(one -> out.printf("  %s (%d)%n", one.name(), one.inARow()));
        out.printf("Có thể đề nghị / May be proposed: %d%n", table.proposals().size());
        table.proposals()
                .forEach(one -> out.printf(
                        "  %s (%d): %s%n", one.name(), one.inARow(), one.title().vi()));
        if (table.record() != null) {
            table.record()
                    .forEach(one -> out.printf(
                            "  %-40s %s%n",
                            one.name(),
                            String.join(
                                    ", ",
                                    one.results().stream()
                                            .map(r -> r.year() + " " + r.code())
                                            .toList())));
        }
    }
}
