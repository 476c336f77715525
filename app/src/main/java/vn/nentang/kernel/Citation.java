package vn.nentang.kernel;

/**
 * Where a rule stands.
 *
 * @param instrument key of the instrument: number and date, for example {@code 366-QĐ/TW 2025-08-30}
 * @param article article, clause or section, as printed; empty when the whole instrument is meant
 * @param mark how sure the wording is
 */
public record Citation(String instrument, String article, Mark mark) {

    @Override
    public String toString() {
        return article.isEmpty() ? instrument : "%s, %s".formatted(article, instrument);
    }
}
