package vn.nentang.review.workbook;

import java.util.List;
import vn.nentang.rulebook.regime.RegimeOn;
import vn.nentang.rulebook.regime.ReviewRegime.SubjectKind;

/** The kinds of subject of a regime that are members. */
final class MemberKinds {

    private static final String MEMBER = "member";

    private MemberKinds() {}

    static List<SubjectKind> of(RegimeOn regime) {
        return regime.regime().subjects().stream()
                .filter(subject -> subject.object().equals(MEMBER))
                .toList();
    }
}
