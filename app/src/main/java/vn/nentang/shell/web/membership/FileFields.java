package vn.nentang.shell.web.membership;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nentang.kernel.PartialDate;
import vn.nentang.membership.Fact;
import vn.nentang.rulebook.CodeList;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.shell.web.Labels;
import vn.nentang.shell.web.Secrets;
import vn.nentang.shell.web.Texts;

/** A file as the boxes of the member's form (Phiếu đảng viên, 2-HSĐV) show it. */
@Component
final class FileFields {

    private static final String BOXES = "person-fields";

    /** The last box of each group. */
    private static final Map<Integer, String> GROUPS = groups();

    private final Rulebook rulebook;
    private final Labels labels;

    FileFields(Rulebook rulebook, Labels labels) {
        this.rulebook = rulebook;
        this.labels = labels;
    }

    private static Map<Integer, String> groups() {
        var groups = new LinkedHashMap<Integer, String>();
        groups.put(11, "member.group.person");
        groups.put(12, "member.group.party");
        groups.put(16, "member.group.service");
        groups.put(17, "member.group.education");
        groups.put(20, "member.group.health");
        groups.put(26, "member.group.record");
        groups.put(Integer.MAX_VALUE, "member.group.family");
        return groups;
    }

    /**
     * How fields are to be printed.
     *
     * @param opened the groups of secret fields that are printed
     */
    record Manner(LocalDate on, Set<String> opened, Texts texts) {
        Manner {
            opened = Set.copyOf(opened);
        }
    }

    List<MemberPage.Group> groups(Map<String, String> facts, Manner manner) {
        var fields = new LinkedHashMap<String, Stream.Builder<MemberPage.Field>>();
        for (var box : rulebook.codeList(BOXES).on(manner.on())) {
            Optional.ofNullable(facts.get(box.code()))
                    .ifPresent(value -> fields.computeIfAbsent(group(box), _ -> Stream.builder())
                            .add(field(box, value, manner)));
        }
        return fields.entrySet().stream()
                .map(e -> new MemberPage.Group(e.getKey(), e.getValue().build().toList()))
                .toList();
    }

    private static String group(CodeList.Code box) {
        var number = box.with().getOrDefault("box", "");
        if (!number.matches("\\d+")) {
            return "member.group.head";
        }
        return GROUPS.entrySet().stream()
                .filter(g -> Integer.parseInt(number) <= g.getKey())
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    /** What a recorded act changed in the file. */
    List<MemberPage.Field> changes(List<Fact> facts, Manner manner) {
        return facts.stream().map(fact -> change(fact, manner)).toList();
    }

    private MemberPage.Field change(Fact fact, Manner manner) {
        var box = rulebook.codeList(BOXES).codes().stream()
                .filter(c -> c.code().equals(fact.field()))
                .findFirst();
        var value = fact.value() == null ? manner.texts().of("member.emptied") : fact.value();
        return box.map(b -> field(b, value, manner))
                .orElseGet(() -> new MemberPage.Field("", otherLabel(fact.field(), manner.texts()), value));
    }

    private static String otherLabel(String field, Texts texts) {
        var key = "field." + field;
        return texts.has(key) ? texts.of(key) : field;
    }

    private MemberPage.Field field(CodeList.Code box, String value, Manner manner) {
        var number = box.with().getOrDefault("box", "");
        var hidden = Secrets.groupOf(box)
                .filter(group -> !manner.opened().contains(group))
                .isPresent();
        return new MemberPage.Field(
                number.matches("\\d+") ? number : "",
                Labels.in(box.label(), manner.texts()),
                hidden ? null : printed(box, value, manner));
    }

    private String printed(CodeList.Code box, String value, Manner manner) {
        return switch (box.with().getOrDefault("kind", "text")) {
            case "date" -> date(value, manner.texts());
            case "code" -> code(box.with().get("codes"), value, manner);
            default -> value;
        };
    }

    private String code(@Nullable String list, String value, Manner manner) {
        return list == null ? value : labels.of(list, value, manner.on(), manner.texts());
    }

    private static String date(String value, Texts texts) {
        try {
            return texts.date(PartialDate.parse(value));
        } catch (DateTimeException _) {
            return value;
        }
    }
}
