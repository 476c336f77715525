package vn.nentang.shell.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.nentang.committee.CommitteeDesk;
import vn.nentang.committee.Election;
import vn.nentang.committee.ElectionCount;
import vn.nentang.kernel.Citation;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Paper;
import vn.nentang.kernel.PersonId;
import vn.nentang.kernel.Refusal;
import vn.nentang.membership.People;
import vn.nentang.rulebook.Rulebook;

/** Counts an election from a file and records it with the posts it gives. */
@Command(
        name = "election",
        description = "Tính và ghi kết quả bầu cử từ tệp. / Counts and records an election from a file.",
        mixinStandardHelpOptions = true)
final class ElectionCommand implements Callable<Integer> {

    private static final long FILE_BYTES_MAX = 1_000_000;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommitteeOptions asked;

    @Parameters(paramLabel = "FILE", description = "Số liệu kiểm phiếu (JSON). / The count, as JSON.")
    private Path file;

    @Option(names = "--check", description = "Chỉ tính, không ghi. / Counts and records nothing.")
    private boolean check;

    /** The count as the file tells it; a person is an id, a citizen id or a card number. */
    record Told(
            String body,
            String meeting,
            int seats,
            Election.Attendance attendance,
            Election.Ballots ballots,
            List<ToldCandidate> candidates,
            @Nullable String place,
            @Nullable List<String> board,
            @Nullable String chair) {}

    record ToldCandidate(
            String person, String source, @Nullable Integer agreed, int agree, int disagree, int voided) {}

    /** What a candidate's votes amount to. */
    record Line(
            PersonId person,
            int votes,
            String fate,
            @Nullable Citation citation) {}

    /** What the election amounts to. */
    record Counted(
            OrganizationId organization,
            LocalDate on,
            List<ElectionCount.BaseLine> base,
            int total,
            int needed,
            List<Line> candidates,
            List<PersonId> elected,
            List<PersonId> tied,
            int openSeats,
            List<ElectionCount.Notice> notices,
            List<Refusal> problems) {}

    /** What was asked: two requests under one command id are compared by it. */
    record Request(OrganizationId organization, Election held, LocalDate on, Paper paper) {}

    @Override
    public Integer call() throws IOException {
        var told = read();
        try (var app = asked.open()) {
            var organization = asked.organization(app);
            var held = held(told, app.part(People.class));
            var count = ElectionCount.of(held, asked.on(), app.part(Rulebook.class));
            return check
                    ? shown(organization, count)
                    : recorded(app, new Request(organization, held, asked.on(), asked.paper()), count);
        }
    }

    private Told read() throws IOException {
        if (Files.size(file) > FILE_BYTES_MAX) {
            throw new Refusing("Tệp quá lớn", "The file is too large");
        }
        try {
            return Objects.requireNonNull(JSON.readValue(Files.readAllBytes(file), Told.class));
        } catch (JacksonException | NullPointerException e) {
            throw new Refusing("Tệp không đúng mẫu: " + e.getMessage(), "The file is not of the form described");
        }
    }

    private Election held(Told told, People people) {
        return new Election(
                told.body(),
                told.meeting(),
                told.seats(),
                told.attendance(),
                told.ballots(),
                told.candidates().stream()
                        .map(c -> new Election.Candidate(
                                Named.one(people, c.person(), asked.on()).file().person(),
                                c.source(),
                                c.agreed(),
                                c.agree(),
                                c.disagree(),
                                c.voided()))
                        .toList(),
                told.place(),
                told.board() == null ? List.of() : told.board(),
                told.chair());
    }

    private int shown(OrganizationId organization, ElectionCount count) {
        if (!asked.json() && !count.problems().isEmpty()) {
            return Commands.refuse(spec, count.problems(), false);
        }
        Output.either(spec, asked.json(), counted(organization, count), sentence(count));
        return count.problems().isEmpty() ? Exit.DONE : Exit.REFUSED;
    }

    private Counted counted(OrganizationId organization, ElectionCount count) {
        return new Counted(
                organization,
                asked.on(),
                count.base(),
                count.total(),
                count.needed(),
                count.outcomes().stream()
                        .map(o -> new Line(
                                o.candidate().person(),
                                o.candidate().agree(),
                                o.fate().code(),
                                o.citation()))
                        .toList(),
                count.elected(),
                count.tied(),
                count.openSeats(),
                count.notices(),
                count.problems());
    }

    private static String sentence(ElectionCount count) {
        return "Trúng cử %d, còn khuyết %d; căn cứ %d, cần ít nhất %d phiếu. / Elected %d, open %d; base %d, needed %d."
                .formatted(
                        count.elected().size(),
                        count.openSeats(),
                        count.total(),
                        count.needed(),
                        count.elected().size(),
                        count.openSeats(),
                        count.total(),
                        count.needed());
    }

    private int recorded(OpenApplication app, Request request, ElectionCount count) {
        var command = Commands.of(app, asked.command(), request);
        var answer = app.part(CommitteeDesk.class)
                .recordElection(command, request.organization(), request.held(), request.on(), request.paper());
        var exit = asked.answered(spec, answer);
        if (exit == Exit.DONE && !asked.json()) {
            Output.of(spec).println(sentence(count));
        }
        return exit;
    }
}
