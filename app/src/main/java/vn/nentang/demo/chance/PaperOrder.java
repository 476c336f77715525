package vn.nentang.demo.chance;

import java.time.LocalDate;

/**
 * A paper that is to be written. Equal orders are one paper.
 *
 * @param kind the letters after the number: {@code QĐ/ĐU}
 * @param about tells two papers of one day apart
 */
public record PaperOrder(String issuer, String kind, LocalDate date, String signer, String about) {}
