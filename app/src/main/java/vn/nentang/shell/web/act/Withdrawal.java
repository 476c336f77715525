package vn.nentang.shell.web.act;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import vn.nentang.kernel.Refusal;
import vn.nentang.ledger.Answer;
import vn.nentang.ledger.Command;
import vn.nentang.ledger.EntryRef;
import vn.nentang.shell.web.Reply;
import vn.nentang.shell.web.history.ToldAct;

/** Taking one entry back, from showing to recording, whatever it is about. */
record Withdrawal(Sheet.About about, String action, ToldAct act) {

    /** Asks a desk. */
    interface Desk {
        Answer withdraw(Command command, EntryRef entry, String reason);
    }

    /** What was asked: two requests under one command id are compared by it. */
    record Request(EntryRef withdrawn, String reason) {}

    Reply show() {
        return Reply.show(page(UUID.randomUUID(), "", List.of()));
    }

    Reply send(UUID id, String author, String typed, Desk desk, Function<Answer.Recorded, String> next) {
        var reason = typed.strip();
        var command = new Command(id, author, new Request(act.entry(), reason));
        return switch (desk.withdraw(command, act.entry(), reason)) {
            case Answer.Refused(var reasons) -> Reply.refused(page(id, typed, reasons));
            case Answer.Recorded recorded -> Reply.goTo(next.apply(recorded));
        };
    }

    private WithdrawalPage page(UUID id, String reason, List<Refusal> refusals) {
        return new WithdrawalPage(about.name(), about.path(), about.back(), action, id, act, reason, refusals);
    }
}
