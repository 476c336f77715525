/**
 * Spreadsheets as offices keep them: .xlsx, .xls and delimited text, read into one plain model, and written back safely.
 *
 * <p>A module of the lowest floor, used by the import of rosters and by the review workbooks; it knows nothing of
 * either. Start reading at {@link vn.nentang.sheet.SheetReader}, then {@link vn.nentang.sheet.Workbook} (what comes out)
 * and {@link vn.nentang.sheet.HeaderFinder} (where the table is).
 */
@ApplicationModule(
        displayName = "Sheet",
        allowedDependencies = {"kernel"})
@NullMarked
package vn.nentang.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
