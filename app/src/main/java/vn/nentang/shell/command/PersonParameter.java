package vn.nentang.shell.command;

import java.time.LocalDate;
import picocli.CommandLine.Parameters;
import vn.nentang.kernel.PersonId;
import vn.nentang.membership.People;

/** The person a command is about: its first word. */
final class PersonParameter {

    @Parameters(
            paramLabel = "PERSON",
            index = "0",
            description = "Định danh, số định danh cá nhân hoặc số thẻ. / Id, citizen id or card number.")
    private String word;

    /**
     * Who is meant on the day.
     *
     * @throws Refusing when the word names nobody, or several
     */
    PersonId of(OpenApplication app, LocalDate on) {
        return Named.one(app.part(People.class), word, on).file().person();
    }
}
