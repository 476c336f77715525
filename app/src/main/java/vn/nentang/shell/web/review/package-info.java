/** The pages of yearly reviews: the years, one year of one organisation, the lists behind its figures, the check of a workbook. */
@NullMarked
package vn.nentang.shell.web.review;

import org.jspecify.annotations.NullMarked;
