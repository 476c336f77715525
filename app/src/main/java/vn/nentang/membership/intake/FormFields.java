package vn.nentang.membership.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The boxes of the member's form (Phiếu đảng viên, 2-HSĐV) that a roster may fill beside the facts every roster has. A column
 * is taken for one of them by its header alone; what it holds never keeps a row out.
 */
public final class FormFields {

    public static final FormFields NONE = new FormFields(List.of());

    private final Map<String, Field> byCode = new HashMap<>();

    public FormFields(List<Field> fields) {
        fields.forEach(field -> byCode.put(field.code(), field));
    }

    /** What a box holds. */
    public enum Kind {
        TEXT,
        DATE,
        /** A code of the box's own list, given by one of its names. */
        CODE
    }

    /** A name of a code, as people write it. */
    public record Name(String name, String code) {}

    /**
     * One box.
     *
     * @param code of the list {@code person-fields}
     * @param vi its title on the form
     * @param codes that may stand in it, by their names without accents and signs; empty unless it holds codes
     */
    public record Field(String code, String vi, String en, Kind kind, Map<String, String> codes) {

        public Field {
            codes = Map.copyOf(codes);
        }

        /** The first code of a name keeps it. */
        public static Field of(String code, String vi, String en, Kind kind, List<Name> names) {
            var codes = new HashMap<String, String>();
            names.forEach(n -> codes.putIfAbsent(Words.folded(n.name()), n.code()));
            return new Field(code, vi, en, kind, codes);
        }

        /** The code of a name, however it is spelt. */
        Optional<String> codeOf(String given) {
            return Optional.ofNullable(codes.get(Words.folded(given)));
        }
    }

    Optional<Field> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }
}
