package vn.nentang.lived;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.ConfigurableApplicationContext;
import vn.nentang.Application;
import vn.nentang.access.Accounts;
import vn.nentang.committee.CommitteeDesk;
import vn.nentang.committee.CommitteeEvent;
import vn.nentang.kernel.Decision;
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
import vn.nentang.rulebook.Rulebook;
import vn.nentang.store.Migrations;
import vn.nentang.store.Store;
import vn.nentang.store.StoreSettings.Embedded;

/** A data folder from within: filled with a branch before its round, and looked into without the pages. */
final class Office {

    static final String PASSWORD = "sông-núi-biển-trời-42";
    private static final LocalDate FOUNDED = LocalDate.of(2020, 1, 1);
    private static final Paper PAPER = new Paper("01-QĐ/ĐU", FOUNDED, "Đảng ủy cấp trên", "Lò Văn Mẫu");

    private final ConfigurableApplicationContext context;

    private Office(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Asks something of the folder, whether the server runs or not. */
    static <T> T in(Path folder, Function<Office, T> question) {
        try (var store = Store.open(new Embedded(folder))) {
            Migrations.run(store);
            try (var context = Application.startWithoutPages(store, Rulebook.load())) {
                return question.apply(new Office(context));
            }
        }
    }

    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** Organisations, members, posts and accounts: one for each that keeps papers. */
    Branch fill(Branch branch) {
        for (var node : branch.nodes()) {
            recorded(part(OrganizationDesk.class)
                    .propose(
                            command(node),
                            new OrganizationEvent.Founded(
                                    node.id(), node.type(), node.name(), node.code(), node.above()),
                            FOUNDED,
                            PAPER,
                            null));
        }
        branch.cells().forEach(this::enrol);
        var officers = branch.cells().getFirst().members();
        post(branch.top(), officers.getFirst(), "organization-officer");
        for (var body : branch.bodies()) {
            var own = branch.cellsOf(body).findFirst().orElseThrow().members();
            post(body, own.get(1), "organization-officer");
        }
        for (var section : branch.sections()) {
            branch.cells().stream()
                    .filter(cell -> section.equals(cell.section()))
                    .findFirst()
                    .ifPresent(cell -> post(section, cell.members().get(2), "organization-officer"));
        }
        branch.bodies()
                .forEach(body -> branch.cellsOf(body)
                        .limit(2)
                        .forEach(cell -> post(cell.node(), cell.members().get(3), "secretary")));
        return branch;
    }

    private void enrol(Branch.Cell cell) {
        var acts = new ArrayList<Act>();
        for (var person : cell.members()) {
            var name = "Lò Văn %s%d".formatted((char) ('A' + acts.size() % 25), acts.size());
            var facts = List.of(new Fact(Fact.FULL_NAME, name), new Fact(Fact.SEX, "male"));
            acts.add(new Act(new MembershipEvent.PersonRegistered(person, facts), FOUNDED, PAPER));
            acts.add(new Act(new MembershipEvent.Enrolled(person, cell.node().id(), "full"), FOUNDED, PAPER));
            if (cell.isExempt(person)) {
                acts.add(new Act(new MembershipEvent.Exempted(person), LocalDate.of(Branch.YEAR, 3, 1), PAPER));
            }
        }
        recorded(part(MembershipDesk.class).proposeAll(command(cell.node()), acts));
    }

    private void post(Branch.Node over, PersonId person, String post) {
        var taken = new CommitteeEvent.PostTaken(over.id(), person, post, "appointed", null);
        recorded(part(CommitteeDesk.class)
                .proposeAll(command(over), List.of(new CommitteeDesk.Act(taken, FOUNDED, PAPER))));
        if (part(Accounts.class).create(over.login(), over.name(), person, PASSWORD)
                instanceof Decision.Refused<?>(var reasons)) {
            throw new IllegalStateException(reasons.toString());
        }
    }

    private static Command command(Branch.Node about) {
        return new Command(UUID.randomUUID(), "test", about.code());
    }

    private static void recorded(Answer answer) {
        if (answer instanceof Answer.Refused(var reasons)) {
            throw new IllegalStateException(reasons.toString());
        }
    }
}
