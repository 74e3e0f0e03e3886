package greenpair.reindex.merge;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.resolve.name.Party;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// `members.tsv` in the directory of a generation: firms and financiers of registries whose id in
/// the catalog differs from that of their mapping, because they were merged or the id was taken. An
/// incremental run finds them by it.
public record MergedIds(Map<String, String> renamed) {
  static final String FILE = "members.tsv";

  static void write(Map<String, String> renamed, Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, String> each : renamed.entrySet()) {
        out.write(each.getKey() + "\t" + each.getValue() + "\n");
      }
    }
  }

  /// Those of a generation; none if it was built without registries.
  public static MergedIds read(Path directory) throws IOException {
    Map<String, String> renamed = new HashMap<>();
    try (BufferedReader in =
        Files.newBufferedReader(directory.resolve(FILE), StandardCharsets.UTF_8)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        int tab = line.indexOf('\t');
        renamed.put(line.substring(0, tab), line.substring(tab + 1));
      }
    } catch (NoSuchFileException e) {
      // Then no entities were resolved.
    }
    return new MergedIds(renamed);
  }

  /// The id in the catalog of an entry of a registry.
  public String of(String source, Kind kind, EntryId id) {
    return Party.isParty(kind)
        ? renamed.getOrDefault(Party.key(kind, source, id), id.value())
        : id.value();
  }
}
