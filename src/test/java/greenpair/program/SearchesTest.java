package greenpair.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.taxonomy.SearchEdit;
import greenpair.program.Searches.Searched;
import greenpair.program.Searches.StoredEdit;
import greenpair.program.database.Page;
import greenpair.program.database.Stamp;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Counts of searches and edits of search, on both databases.
@Tag("postgres")
class SearchesTest {
  private static final Instant NOW = Instant.parse("2026-03-31T08:00:00Z");
  private static final LocalDate TODAY = LocalDate.parse("2026-03-31");
  private static final Stamp ADA = new Stamp("Ada", NOW);

  @TempDir Path folder;

  private static Searched heat(@Nullable Kind kind, long times, long matches) {
    return new Searched(Language.EN, times > 1 ? "Heat" : "heat", kind, times, matches, 0);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void counts_addUpByQuery_onceIsHidden_andOldDaysGo(Databases database) {
    try (ProgramStore store = new ProgramStore(database.fresh(folder))) {
      store.change(
          all -> {
            all.searches().count(TODAY.minusDays(30), "heat", heat(null, 2, 7));
            all.searches().count(TODAY, "heat", heat(null, 1, 9));
            all.searches().count(TODAY, "heat", heat(null, 1, 8));
            all.searches().count(TODAY, "heat", heat(Kind.FIRM, 1, 3));
            all.searches().count(TODAY.minusDays(31), "old", heat(null, 5, 0));
            all.searches().count(TODAY, "heat", new Searched(Language.EN, "x", null, 0, 8, 1));
            all.searches().count(TODAY, "heat", new Searched(Language.ZH, "x", null, 0, 8, 1));
          });
      store.forget(NOW, NOW, NOW);
      assertEquals(
          List.of(new Searched(Language.EN, "Heat", null, 4, 8, 1)),
          store.read(all -> all.searches().frequent(10)));
      store.forget(NOW.plus(Duration.ofDays(1)), NOW, NOW);
      assertEquals(2, store.read(all -> all.searches().frequent(10)).getFirst().times());
      store.forget(NOW.plus(Duration.ofDays(31)), NOW, NOW);
      assertEquals(List.of(), store.read(all -> all.searches().frequent(10)));
    }
  }

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
