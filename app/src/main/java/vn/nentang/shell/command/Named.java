package vn.nentang.shell.command;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import vn.nentang.kernel.PersonId;
import vn.nentang.membership.People;
import vn.nentang.membership.People.MemberFile;

/** A person somebody named on the command line. */
record Named(MemberFile file) {

    /**
     * The one person on record whom a word names: an id, a citizen id or a card number.
     *
     * @throws Refusing when it names nobody, or several
     */
    static Named one(People people, String word, LocalDate on) {
        var found = persons(people, word.strip());
        if (found.size() > 1) {
            throw new Refusing(
                    "Có %d người mang số %s".formatted(found.size(), word),
                    "%d people bear the number %s".formatted(found.size(), word));
        }
        return found.stream()
                .findFirst()
                .flatMap(person -> people.open(person, on, null))
                .map(Named::new)
                .orElseThrow(() -> new Refusing("Không có đảng viên " + word, "There is no member " + word));
    }

    private static Set<PersonId> persons(People people, String word) {
        try {
            return Set.of(new PersonId(UUID.fromString(word)));
        } catch (IllegalArgumentException _) {
            return people.bearersOf(word, word);
        }
    }
}
