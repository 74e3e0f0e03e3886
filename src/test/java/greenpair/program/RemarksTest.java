package greenpair.program;

import static greenpair.program.ProgramRows.ADA;
import static greenpair.program.ProgramRows.ALL;
import static greenpair.program.ProgramRows.COORDINATOR;
import static greenpair.program.ProgramRows.JILIN;
import static greenpair.program.ProgramRows.NOW;
import static greenpair.program.ProgramRows.OAKLAND;
import static greenpair.program.ProgramRows.OF_JILIN;
import static greenpair.program.ProgramRows.READER;
import static greenpair.program.ProgramRows.bodies;
import static greenpair.program.ProgramRows.remark;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.catalog.Tier;
import greenpair.program.Remarks.Remark;
import greenpair.program.access.Caller;
import greenpair.program.database.Page;
import greenpair.program.database.Stamp;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Notes, pins and vetoes, the same on both databases.
@Tag("postgres")
class RemarksTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void remarks_ofEachTier_areListedForWhoMaySeeThem(Databases database) {
    try (ProgramStore store = new ProgramStore(database.fresh(folder))) {
      store.write(
          all -> {
            for (Tier tier : Tier.values()) {
              all.remarks().add(remark(Remark.Sort.NOTE, tier, JILIN, tier + " Jilin"));
              all.remarks().add(remark(Remark.Sort.NOTE, tier, OAKLAND, tier + " Oakland"));
            }
            return all.remarks().add(remark(Remark.Sort.NOTE, Tier.PRIVATE, null, "of no city"));
          });
      for (Caller caller : List.of(Caller.ANONYMOUS, READER, OF_JILIN, COORDINATOR)) {
        List<Remark> seen =
            store.read(all -> all.remarks().list(ALL, caller, Page.NEWEST, 99)).items();
        List<Remark> every =
            store.read(all -> all.remarks().list(ALL, COORDINATOR, Page.NEWEST, 99)).items();
        assertEquals(7, every.size());
        assertEquals(every.stream().filter(remark -> remark.isVisibleTo(caller)).toList(), seen);
      }
      assertEquals(
          List.of("PRIVATE Jilin", "PROGRAMME Jilin", "PUBLIC Oakland", "PUBLIC Jilin"),
          bodies(store.read(all -> all.remarks().list(ALL, OF_JILIN, Page.NEWEST, 99))));
    }
  }

  @ParameterizedTest
  @EnumSource
  void remark_withdrawn_isKeptAndNoLongerListed(Databases database) {
    try (ProgramStore store = new ProgramStore(database.fresh(folder))) {
      Remark veto =
          store.write(all -> all.remarks().add(remark(Remark.Sort.VETO, Tier.PUBLIC, JILIN, "否决")));
      Stamp bo = new Stamp("Bo", NOW.plusSeconds(1));
      Remark gone = store.write(all -> all.remarks().withdraw(veto.id(), bo));
      Stamp late = new Stamp("Ada", NOW.plusSeconds(2));
      assertEquals(bo, gone.withdrawn());
      assertEquals(gone, store.write(all -> all.remarks().withdraw(veto.id(), late)));
      assertTrue(
          store.read(all -> all.remarks().list(ALL, READER, Page.NEWEST, 9)).items().isEmpty());
      Remarks.Selection withThose = new Remarks.Selection(null, null, null, null, null, true);
      assertEquals(
          List.of(gone),
          store.read(all -> all.remarks().list(withThose, READER, Page.NEWEST, 9)).items());
    }
  }

  @ParameterizedTest
  @EnumSource
  void pages_readOneByOne_areEveryRowOnce(Databases database) {
    try (ProgramStore store = new ProgramStore(database.fresh(folder))) {
      store.write(
          all -> {
            IntStream.range(0, 10)
                .forEach(
                    i ->
                        all.remarks()
                            .add(remark(Remark.Sort.PIN, Tier.PROGRAMME, JILIN, "pin " + i)));
            return 0;
          });
      List<String> seen = new ArrayList<>();
      long before = Page.NEWEST;
      do {
        long from = before;
        Page<Remark> page = store.read(all -> all.remarks().list(ALL, OF_JILIN, from, 3));
        seen.addAll(bodies(page));
        before = page.next();
      } while (before != 0);
      assertEquals(IntStream.range(0, 10).mapToObj(i -> "pin " + (9 - i)).toList(), seen);
    }
  }

  @ParameterizedTest
  @EnumSource
  void remark_thatSaysTheSame_isFound_untilItIsWithdrawn(Databases database) {
    try (ProgramStore store = new ProgramStore(database.fresh(folder))) {
      Remark pin = remark(Remark.Sort.PIN, Tier.PUBLIC, JILIN, "");
      assertEquals(Optional.empty(), store.read(all -> all.remarks().same(pin)));
      Remark first = store.write(all -> all.remarks().add(pin));
      assertEquals(Optional.of(first), store.read(all -> all.remarks().same(pin)));
      assertEquals(
          Optional.empty(),
          store.read(
              all -> all.remarks().same(remark(Remark.Sort.VETO, Tier.PUBLIC, JILIN, "否决"))));
      store.write(all -> all.remarks().withdraw(first.id(), ADA));
      assertEquals(Optional.empty(), store.read(all -> all.remarks().same(pin)));
    }
  }
}
