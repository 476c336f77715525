package vn.nentang.demo;

import java.time.LocalDate;
import vn.nentang.demo.chance.PaperOrder;
import vn.nentang.ledger.LedgerEvent;

/** An act of the story, before its paper has a number. */
record Draft<E extends LedgerEvent>(E event, LocalDate on, PaperOrder paper) {}
