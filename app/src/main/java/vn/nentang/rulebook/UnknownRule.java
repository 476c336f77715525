package vn.nentang.rulebook;

/** The rulebook holds no parameter, code list, instrument or condition of that name. */
public final class UnknownRule extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UnknownRule(String key) {
        super("Sổ quy định không có “%s”. / The rulebook does not know “%s”.".formatted(key, key));
    }
}
