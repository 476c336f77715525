package vn.nentang.ledger;

/** What was decided. Each module seals its own kinds; records in the past tense, without behaviour. */
public interface LedgerEvent {}
