package greenpair.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.taxonomy.SearchEdit;
import greenpair.program.Searches.StoredEdit;
import greenpair.program.database.Page;
import greenpair.program.database.Stamp;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Edits of search, on both databases.
@Tag("postgres")
class SearchesTest {
  private static final Instant NOW = Instant.parse("2026-03-31T08:00:00Z");
  private static final Stamp ADA = new Stamp("Ada", NOW);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Databases.class)
  void edit_isInUseUntilItEnds_andIsExported(Databases database) throws Exception {
    SearchEdit term = new SearchEdit("街灯", "LGT.LED");
    SearchEdit pin = new SearchEdit("electric bus", "firm:byd");
    StringWriter dump = new StringWriter();
    try (ProgramStore store = new ProgramStore(database.fresh(folder))) {
      StoredEdit first =
          store.write(
              all -> {
                StoredEdit made = all.searches().add(term, ADA).orElseThrow();
                assertTrue(all.searches().add(pin, ADA).isPresent());
                return made;
              });
      assertEquals(List.of(term, pin), store.read(all -> all.searches().edits()));
      SearchEdit other = new SearchEdit("Electric BUS", "firm:gillig");
      assertTrue(store.write(all -> all.searches().add(other, ADA)).isEmpty());
      Stamp bo = new Stamp("Bo", NOW.plusSeconds(5));
      StoredEdit ended = store.write(all -> all.searches().end(first.id(), bo)).orElseThrow();
      assertEquals(bo, ended.ended());
      Stamp late = new Stamp("Cy", NOW.plusSeconds(9));
      assertEquals(ended, store.write(all -> all.searches().end(first.id(), late)).orElseThrow());
      assertEquals(List.of(pin), store.read(all -> all.searches().edits()));
      store.dump(dump);
    }
    try (ProgramStore other = new ProgramStore(database.fresh(folder))) {
      other.load(new StringReader(dump.toString()), ProgramRows.ANY);
      assertEquals(List.of(pin), other.read(all -> all.searches().edits()));
      assertTrue(
          other.read(all -> all.searches().list(Page.NEWEST, 9)).items().stream()
              .anyMatch(each -> each.ended() != null && each.ended().by().equals("Bo")));
    }
  }
}
