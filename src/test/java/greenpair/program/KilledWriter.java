package greenpair.program;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Tier;
import greenpair.program.Remarks.Remark;
import greenpair.program.database.DatabaseSettings;
import greenpair.program.database.Stamp;
import java.nio.file.Path;
import java.time.Instant;

/// A process that writes notes until it is killed, and reports when each was acknowledged. The
/// second argument is the number of the first note.
final class KilledWriter {
  private KilledWriter() {}

  public static void main(String[] arguments) {
    ProgramStore store = new ProgramStore(DatabaseSettings.sqlite(Path.of(arguments[0])));
    int first = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 0;
    for (int i = first; ; i++) {
      Remark note =
          new Remark(
              0,
              "",
              Remark.Sort.NOTE,
              Tier.PROGRAMME,
              new EntryId("cn-jilin"),
              null,
              Kind.FIRM,
              new EntryId("byd"),
              "note " + i,
              new Stamp("Ada", Instant.EPOCH),
              null);
      var _ = store.write(all -> all.remarks().add(note));
      System.out.println(i);
      System.out.flush();
    }
  }
}
