package io.authsvcs.local.importing;

import io.authsvcs.local.administration.ImportedChunk;
import io.authsvcs.local.administration.RefusedLine;
import io.authsvcs.local.administration.Users;
import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.process.Deadline;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Sends the users of a file, one call after the other. It can be repeated: whoever is there already stays as they are. */
public final class UserImport {
    private final Users users;
    private final RefusedLines refused;
    private final LongConsumer progress;
    private Chunk chunk = new Chunk();
    private ImportReport report = ImportReport.EMPTY;

    /** @param progress is told how many bytes are done with */
    public UserImport(Users users, RefusedLines refused, LongConsumer progress) {
        this.users = users;
        this.refused = refused;
        this.progress = progress;
    }

    /** @param file a user a line, in JSON; empty lines are none */
    public ImportReport run(InputStream file) {
        Lines lines = new Lines(file, Chunk.MOST_BYTES);
        long done = 0;
        for (Optional<Line> line = next(lines); line.isPresent(); line = next(lines)) {
            take(line.get(), done);
            done = lines.position();
        }
        send(done);
        return report;
    }

    private void take(Line line, long done) {
        switch (line) {
            case Line.Whole whole when whole.isBlank() -> {}
            case Line.Whole whole -> add(whole, done);
            case Line.Unfit unfit -> refuse(unfit, done);
        }
    }

    private void add(Line.Whole line, long done) {
        if (!chunk.hasRoomFor(line)) {
            send(done);
        }
        chunk.add(line);
    }

    /** After those before it, so that the refused lines are in the order of the file. */
    private void refuse(Line.Unfit line, long done) {
        send(done);
        refused.add(new RefusedLine(line.number(), line.reason(), List.of()));
        report = report.plusRefused();
    }

    private void send(long done) {
        if (!chunk.isEmpty()) {
            ImportedChunk imported = imported();
            imported.refused().forEach(line -> refused.add(line.numbered(chunk.numberOf(line.line()))));
            report = report.plus(imported);
            chunk = new Chunk();
        }
        progress.accept(done);
    }

    private ImportedChunk imported() {
        try {
            return users.importLines(chunk.body(), UserImport::pause);
        } catch (Fault fault) {
            throw new Fault(
                            fault.kind(),
                            fault.culprit(),
                            fault.sentence() + " Up to line " + (chunk.firstNumber() - 1) + " all is done: "
                                    + report.imported() + " imported, " + report.existing() + " existing, "
                                    + report.refused() + " refused.",
                            fault.cure() + " The import may be repeated as a whole: who is there already stays so.")
                    .causedBy(fault);
        }
    }

    private static void pause(Duration length) {
        Deadline.in(length).await(() -> false);
    }

    private static Optional<Line> next(Lines lines) {
        try {
            return lines.next();
        } catch (IOException unreadable) {
            throw Fault.failed(
                            "users",
                            "The file can't be read: " + unreadable.getMessage(),
                            "Name a file of JSON lines, or - for standard input.")
                    .causedBy(unreadable);
        }
    }
}
