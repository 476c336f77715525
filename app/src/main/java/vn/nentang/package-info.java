/** Nền Tảng: one ledger of what was done; every roster, form and figure is computed from it. */
@NullMarked
package vn.nentang;

import org.jspecify.annotations.NullMarked;
