package greenpair.program;

import static greenpair.program.ProgramRows.ADA;
import static greenpair.program.ProgramRows.COORDINATOR;
import static greenpair.program.ProgramRows.JILIN;
import static greenpair.program.ProgramRows.NOW;
import static greenpair.program.ProgramRows.OF_JILIN;
import static greenpair.program.ProgramRows.OF_OAKLAND;
import static greenpair.program.ProgramRows.READER;
import static greenpair.program.ProgramRows.need;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.program.Revisions.Revision;
import greenpair.program.access.Audit.RequestOrigin;
import greenpair.program.access.Caller;
import greenpair.program.database.ConflictException;
import greenpair.program.database.Page;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Revisions of what cities enter, the same on both databases.
@Tag("postgres")
class RevisionsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void draft_isSeenByItsCityAndCoordinators_andByAllOnceItIsReviewed(Databases database) {
    try (ProgramStore store = new ProgramStore(database.fresh(folder))) {
      EntryId id = new EntryId("n1");
      int number = 0;
      for (Revision.State state : List.of(Revision.State.DRAFT, Revision.State.REVIEWED)) {
        int last = number++;
        store.write(all -> all.revisions().add(need("n1", "{1}"), state, "", last, ADA));
        for (Caller caller : List.of(READER, OF_OAKLAND, OF_JILIN, COORDINATOR)) {
          boolean isOwn = Set.of(OF_JILIN, COORDINATOR).contains(caller);
          boolean sees = isOwn || state == Revision.State.REVIEWED;
          int seen = sees ? 1 : 0;
          int states = isOwn ? number : seen;
          assertEquals(
              List.of(seen, states),
              store.read(
                  all ->
                      List.of(
                          all.revisions()
                              .list(null, JILIN, null, caller, Page.NEWEST, 9)
                              .items()
                              .size(),
                          all.revisions().history(Kind.NEED, id, caller).size())),
              () -> caller + " " + state);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void draftOfWhatWasApproved_leavesTheApprovedOneInPlace_untilItExpires(Databases database) {
    try (ProgramStore store = new ProgramStore(database.fresh(folder))) {
      add(store, "{1}", Revision.State.REVIEWED, 0);
      add(store, "{2}", Revision.State.DRAFT, 1);
      for (Caller caller : List.of(READER, OF_OAKLAND)) {
        assertEquals(List.of("{1}"), lines(store, null, caller), caller.toString());
        assertEquals(
            List.of("{1}"),
            store
                .read(all -> all.revisions().history(Kind.NEED, new EntryId("n1"), caller))
                .stream()
                .map(Revision::line)
                .toList());
      }
      for (Caller caller : List.of(OF_JILIN, COORDINATOR)) {
        assertEquals(List.of("{2}"), lines(store, null, caller));
        assertEquals(List.of("{1}"), lines(store, Revision.State.REVIEWED, caller));
      }
      add(store, "{3}", Revision.State.EXPIRED, 2);
      assertEquals(List.of(), lines(store, Revision.State.REVIEWED, COORDINATOR));
      assertEquals(List.of(), lines(store, null, READER));
    }
  }

  private static void add(ProgramStore store, String line, Revision.State state, int last) {
    store.write(all -> all.revisions().add(need("n1", line), state, "", last, ADA));
  }

  private static List<String> lines(
      ProgramStore store, Revision.@Nullable State state, Caller caller) {
    return store
        .read(all -> all.revisions().list(null, JILIN, state, caller, Page.NEWEST, 9))
        .items()
        .stream()
        .map(Revision::line)
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void revisions_added_keepEveryStateAndTheLatestHolds(Databases database) {
    try (ProgramStore store = new ProgramStore(database.fresh(folder))) {
      store.write(
          all -> all.revisions().add(need("n1", "{1}"), Revision.State.DRAFT, "first", 0, ADA));
      Revision second =
          store.write(
              all -> all.revisions().add(need("n1", "{热泵}"), Revision.State.REVIEWED, "", 1, ADA));
      assertEquals(2, second.number());
      assertEquals(
          second, store.read(all -> all.revisions().latest(Kind.NEED, new EntryId("n1")).get()));
      List<Revision> history =
          store.read(all -> all.revisions().history(Kind.NEED, new EntryId("n1"), COORDINATOR));
      assertEquals(List.of("{热泵}", "{1}"), history.stream().map(Revision::line).toList());
      assertEquals(
          List.of(second),
          store
              .read(
                  all -> all.revisions().list(Kind.NEED, JILIN, null, COORDINATOR, Page.NEWEST, 9))
              .items());
      assertEquals(
          List.of(),
          store
              .read(
                  all ->
                      all.revisions()
                          .list(null, null, Revision.State.DRAFT, COORDINATOR, Page.NEWEST, 9))
              .items());
    }
  }

  @ParameterizedTest
  @EnumSource
  void revision_behindOneThatWasOvertaken_isRefusedAndNothingIsWritten(Databases database) {
    try (ProgramStore store = new ProgramStore(database.fresh(folder))) {
      store.write(all -> all.revisions().add(need("n1", "a"), Revision.State.DRAFT, "", 0, ADA));
      ConflictException stale =
          assertThrows(
              ConflictException.class,
              () ->
                  store.write(
                      all -> {
                        all.audit().add(COORDINATOR, NOW, "edit", "n1", RequestOrigin.NONE);
                        return all.revisions()
                            .add(need("n1", "b"), Revision.State.DRAFT, "", 0, ADA);
                      }));
      assertEquals(ConflictException.Cause.STALE, stale.what());
      assertTrue(store.read(all -> all.audit().list(null, Page.NEWEST, 9)).items().isEmpty());
    }
  }

  @ParameterizedTest
  @EnumSource
  void revisions_writtenAtOnceBehindTheSame_oneHoldsAndTheOthersLearnOfIt(Databases database)
      throws Exception {
    try (ProgramStore store = new ProgramStore(database.fresh(folder));
        ExecutorService threads = Executors.newFixedThreadPool(4)) {
      store.open();
      List<Callable<Boolean>> writers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        String line = "line " + i;
        writers.add(
            () -> {
              try {
                store.write(
                    all -> all.revisions().add(need("n1", line), Revision.State.DRAFT, "", 0, ADA));
                return true;
              } catch (ConflictException e) {
                return false;
              }
            });
      }
      int won = 0;
      for (Future<Boolean> each : threads.invokeAll(writers)) {
        won += each.get() ? 1 : 0;
      }
      assertEquals(1, won);
      assertEquals(
          1,
          store
              .read(all -> all.revisions().history(Kind.NEED, new EntryId("n1"), COORDINATOR))
              .size());
    }
  }
}
