package vn.nentang.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import vn.nentang.membership.intake.RosterCheck;
import vn.nentang.membership.intake.RosterFiles;
import vn.nentang.membership.intake.RosterIntake;

/** Rows a second of a roster of 60,000 rows and 28 columns: read and checked, against only read by other programs. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 1, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(value = 1, jvmArgs = "-Xmx512m")
public class RosterBenchmark {

    private static final int ROWS = 60_000;

    private Path file = Path.of("");

    @Setup
    public void write() throws IOException {
        file = Files.createTempFile("roster", ".xlsx");
        RosterFiles.write(file, ROWS, 1);
    }

    @TearDown
    public void remove() throws IOException {
        Files.delete(file);
    }

    /** Everything: read, find the table, understand every cell, find doubles. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public int checkedByNenTang() throws IOException {
        var check = (RosterCheck.Importable) RosterIntake.check(file, RosterFiles.context());
        return check.rows().size();
    }

    /** Every cell as text, no checks, all in memory: what a program over Apache POI does at first. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    @Fork(value = 1, jvmArgs = "-Xmx2g")
    public long onlyReadByPoi() throws IOException {
        ZipSecureFile.setMinInflateRatio(0.001);
        var formatter = new DataFormatter();
        var characters = 0L;
        try (var workbook = WorkbookFactory.create(file.toFile(), null, true)) {
            for (var row : workbook.getSheetAt(0)) {
                for (var cell : row) {
                    characters += formatter.formatCellValue(cell).length();
                }
            }
        }
        return characters;
    }

    /** Every cell as text, no checks, row by row: the least any reader does. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public long onlyReadByFastexcel() throws IOException {
        try (var workbook = new ReadableWorkbook(file.toFile());
                var rows = workbook.getFirstSheet().openStream()) {
            return rows.flatMap(row -> row.stream())
                    .mapToLong(cell -> cell == null ? 0 : cell.getRawValue().length())
                    .sum();
        }
    }
}
