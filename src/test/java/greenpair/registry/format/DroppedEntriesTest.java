package greenpair.registry.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.Entry;
import greenpair.catalog.Kind;
import greenpair.cli.Workbench;
import greenpair.registry.LineResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What refers to a rejected entry is rejected too.
class DroppedEntriesTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void withoutOneCity_noEntryThatIsLeftRefersToAMissingOne() throws IOException {
    String city = "us-ca-losangeles";
    List<Path> paths = new ArrayList<>();
    try (var all = Files.newDirectoryStream(Path.of("fixtures"), "*.jsonl")) {
      for (Path each : all) {
        List<String> lines =
            Files.readAllLines(each).stream()
                .filter(
                    line -> !line.matches("(?s).*\"kind\": ?\"city\".*\"id\": ?\"" + city + "\".*"))
                .toList();
        paths.add(Files.write(folder.resolve(each.getFileName()), lines));
      }
    }
    CatalogFiles files = new CatalogFiles(paths, new Workbench(Path.of("index-config")).json());
    References references = new References();
    note(files, references);
    references.dropInvalid(files, 100_000);
    References left = new References();
    Set<Entry.Key> dropped = new HashSet<>();
    files.read(
        reading -> {
          if (reading instanceof LineResult.Accepted line) {
            Entry entry = line.entry();
            if (references.has(entry.kind(), entry.id())) {
              left.note(entry, line.origin());
            } else {
              dropped.add(new Entry.Key(entry.kind(), entry.id()));
            }
          }
        });
    List<String> dangling = new ArrayList<>();
    files.read(
        reading -> {
          if (reading instanceof LineResult.Accepted line
              && left.has(line.entry().kind(), line.entry().id())) {
            left.problem(line.entry(), line.origin())
                .ifPresent(problem -> dangling.add(line.entry().id() + ": " + problem));
          }
        });
    assertEquals(List.of(), dangling);
    assertTrue(dropped.stream().anyMatch(each -> each.kind() == Kind.NEED));
  }

  private static void note(CatalogFiles files, References references) {
    files.read(
        reading -> {
          if (reading instanceof LineResult.Accepted line) {
            references.note(line.entry(), line.origin());
          }
        });
  }
}
