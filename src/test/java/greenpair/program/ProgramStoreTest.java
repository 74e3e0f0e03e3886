package greenpair.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Text;
import greenpair.catalog.Tier;
import greenpair.program.database.DatabaseSettings;
import greenpair.program.database.ProgramException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The same guarantees on both databases.
@Tag("postgres")
class ProgramStoreTest {
  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
  private static final Stamp ADA = new Stamp("Ada", NOW);
  private static final EntryId JILIN = new EntryId("cn-jilin");
  private static final EntryId OAKLAND = new EntryId("us-ca-oakland");
  private static final Caller COORDINATOR =
      new Caller("token Li", "Li", Role.COORDINATOR, Set.of());
  private static final Caller READER = new Caller("token Bo", "Bo", Role.READER, Set.of());
  private static final Caller OF_JILIN = new Caller("token Wang", "Wang", Role.CITY, Set.of(JILIN));
  private static final Remarks.Wanted ALL = new Remarks.Wanted(null, null, null, null, null, false);

  /// What the room itself does not read counts for nothing here.
  static final ImportCheck ANY =
      new ImportCheck() {
        @Override
        public Revision checked(Revision revision) {
          return revision;
        }

        @Override
        public Decision checked(Decision decision) {
          return decision;
        }

        @Override
        public StoredPlan checked(StoredPlan plan) {
          return plan;
        }
      };

  @TempDir Path folder;

  private static Revisions.Content need(String id, String line) {
    return new Revisions.Content(Kind.NEED, new EntryId(id), JILIN, line, Set.of("budget"));
  }

  private static Remark remark(Remark.Sort sort, Tier tier, @Nullable EntryId city, String body) {
    return new Remark(
        0, "", sort, tier, city, null, Kind.FIRM, new EntryId("byd"), body, ADA, null);
  }

  private static Introduction introduction(EntryId city) {
    Introduction.Step first =
        new Introduction.Step(
            Introduction.Stage.INTRODUCED, LocalDate.of(2026, 2, 3), null, "by mail", ADA);
    return new Introduction(0, "", city, null, Kind.FIRM, new EntryId("byd"), ADA, List.of(first));
  }

  private static List<String> bodies(Page<Remark> page) {
    return page.items().stream().map(Remark::body).toList();
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
          store.read(all -> all.revisions().history(Kind.NEED, new EntryId("n1")));
      assertEquals(List.of("{热泵}", "{1}"), history.stream().map(Revision::line).toList());
      assertEquals(Set.of("budget"), second.privateFields());
      assertEquals(
          List.of(second),
          store.read(all -> all.revisions().list(Kind.NEED, JILIN, null, Page.NEWEST, 9)).items());
      assertEquals(
          List.of(),
          store
              .read(all -> all.revisions().list(null, null, Revision.State.DRAFT, Page.NEWEST, 9))
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
          1, store.read(all -> all.revisions().history(Kind.NEED, new EntryId("n1"))).size());
    }
  }

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
        assertEquals(every.stream().filter(caller::maySee).toList(), seen);
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
          store.write(
              all -> all.remarks().add(remark(Remark.Sort.VETO, Tier.PROGRAMME, JILIN, "否决")));
      Stamp bo = new Stamp("Bo", NOW.plusSeconds(1));
      Remark gone = store.write(all -> all.remarks().withdraw(veto.id(), bo));
      Stamp late = new Stamp("Ada", NOW.plusSeconds(2));
      assertEquals(bo, gone.withdrawn());
      assertEquals(gone, store.write(all -> all.remarks().withdraw(veto.id(), late)));
      assertTrue(
          store.read(all -> all.remarks().list(ALL, READER, Page.NEWEST, 9)).items().isEmpty());
      Remarks.Wanted withThose = new Remarks.Wanted(null, null, null, null, null, true);
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
        Page<Remark> page = store.read(all -> all.remarks().list(ALL, READER, from, 3));
        seen.addAll(bodies(page));
        before = page.next();
      } while (before != 0);
      assertEquals(IntStream.range(0, 10).mapToObj(i -> "pin " + (9 - i)).toList(), seen);
    }
  }

  @ParameterizedTest
  @EnumSource
  void introduction_withItsSteps_tellsWhatCameOfIt(Databases database) {
    try (ProgramStore store = new ProgramStore(database.fresh(folder))) {
      Introduction made = store.write(all -> all.introductions().add(introduction(JILIN)));
      Introduction.Step stopped =
          new Introduction.Step(
              Introduction.Stage.STOPPED, LocalDate.of(2026, 3, 1), "no budget", "", ADA);
      Introduction now = store.write(all -> all.introductions().add(made.id(), stopped));
      assertEquals(List.of("INTRODUCED", "STOPPED"), stages(now.steps()));
      long number = now.steps().getLast().number();
      assertEquals(false, store.write(all -> all.introductions().withdraw("x", number, "r", ADA)));
      assertEquals(
          true, store.write(all -> all.introductions().withdraw(made.id(), number, "wrong", ADA)));
      assertEquals(
          false, store.write(all -> all.introductions().withdraw(made.id(), number, "again", ADA)));
      Introduction back = store.read(all -> all.introductions().find(made.id())).orElseThrow();
      assertEquals(List.of("INTRODUCED"), stages(back.steps()));
      assertEquals(
          new Introduction.Withdrawal(ADA, "wrong"), back.withdrawn().getFirst().withdrawn());
      Introduction.Step contract =
          new Introduction.Step(
              0,
              Introduction.Stage.CONTRACT,
              LocalDate.of(2026, 3, 1),
              null,
              new Introduction.Amount(12_000_000, "CNY"),
              "40 buses",
              "",
              ADA,
              null);
      LocalDate due = LocalDate.of(2026, 3, 31);
      Introduction.Task task = new Introduction.Task("Wu", due, "call", ADA);
      now = store.write(all -> all.introductions().assign(made.id(), task));
      assertEquals(task, now.task());
      assertEquals(1, late(store, due.plusDays(1)));
      assertEquals(0, late(store, due));
      Introduction signed = store.write(all -> all.introductions().add(made.id(), contract));
      assertEquals(contract.amount(), signed.steps().getLast().amount());
      assertEquals(0, late(store, due.plusDays(1)));
      StageCount count = store.read(all -> all.introductions().board(due.plusDays(1))).get(3);
      assertEquals(
          new StageCount(Introduction.Stage.CONTRACT, 1, 0, Map.of("CNY", 12_000_000L)), count);
      assertEquals(
          List.of(signed),
          store
              .read(all -> all.introductions().list(JILIN, new EntryId("byd"), Page.NEWEST, 9))
              .items());
      assertTrue(
          store
              .read(all -> all.introductions().list(OAKLAND, null, Page.NEWEST, 9))
              .items()
              .isEmpty());
    }
  }

  private static List<String> stages(List<Introduction.Step> steps) {
    return steps.stream().map(each -> each.stage().name()).toList();
  }

  private static int late(ProgramStore store, LocalDate today) {
    Introductions.Wanted wanted = new Introductions.Wanted(null, null, null, today);
    return store.read(all -> all.introductions().list(wanted, Page.NEWEST, 9)).items().size();
  }

  @ParameterizedTest
  @EnumSource
  void letter_isSavedBehindTheOneThatWasRead(Databases database) {
    try (ProgramStore store = new ProgramStore(database.fresh(folder))) {
      Introduction of = store.write(all -> all.introductions().add(introduction(JILIN)));
      Text text = new Text("a", "甲");
      Letter draft = new Letter(of.id(), 0, text, text, Set.of("lead"), ADA);
      Letter first = store.write(all -> all.letters().add(draft, 0));
      assertEquals(new Letter(of.id(), 1, text, text, Set.of("lead"), ADA), first);
      assertThrows(ConflictException.class, () -> store.write(all -> all.letters().add(draft, 0)));
      assertEquals(2, store.write(all -> all.letters().add(draft, 1)).number());
    }
  }

  @ParameterizedTest
  @EnumSource
  void mail_isAddedBehindTheOnesThatWereRead_andOfTwoAtOnceOneIs(Databases database)
      throws Exception {
    try (ProgramStore store = new ProgramStore(database.fresh(folder))) {
      Introduction of = store.write(all -> all.introductions().add(introduction(JILIN)));
      CyclicBarrier begin = new CyclicBarrier(2);
      Callable<Boolean> send =
          () -> {
            begin.await();
            try {
              var _ = store.write(all -> all.outbox().add(of.id(), 0, "a@b.org", "s", "b", ADA));
              return true;
            } catch (ConflictException e) {
              return false;
            }
          };
      assertEquals(List.of(false, true), both(send));
      assertEquals(1, store.read(all -> all.outbox().of(of.id())).getFirst().number());
    }
  }

  /// What two threads come to, the smaller one first.
  private static <T extends Comparable<T>> List<T> both(Callable<T> work) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<T> done = new ArrayList<>();
      for (Future<T> each : threads.invokeAll(List.of(work, work))) {
        done.add(each.get());
      }
      return done.stream().sorted().toList();
    }
  }

  @ParameterizedTest
  @EnumSource
  void lockedPlan_letsOneWriteAfterTheOther(Databases database) throws Exception {
    try (ProgramStore store = new ProgramStore(database.fresh(folder))) {
      String plan = store.write(all -> all.plans().add("partners", "P", "{}", ADA)).id();
      CyclicBarrier begin = new CyclicBarrier(2);
      Callable<Integer> press =
          () -> {
            begin.await();
            return store.write(
                all -> {
                  all.plans().lock(plan);
                  if (!all.introductions().list(JILIN, null, Page.NEWEST, 9).items().isEmpty()) {
                    return 0;
                  }
                  // On PostgreSQL the other one reads meanwhile, unless it waits for the lock.
                  LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
                  var _ = all.introductions().add(introduction(JILIN));
                  return 1;
                });
          };
      assertEquals(List.of(0, 1), both(press));
    }
  }

  @ParameterizedTest
  @EnumSource
  void token_isKnownUntilItExpiresOrIsRevoked(Databases database) {
    try (ProgramStore store = new ProgramStore(database.fresh(folder))) {
      Instant end = NOW.plus(Duration.ofDays(1));
      Tokens.Created made =
          store.write(all -> all.tokens().create("Wang", Role.CITY, Set.of(JILIN), end, NOW));
      String secret = made.secret();
      Caller wang = new Caller("token " + made.token().id(), "Wang", Role.CITY, Set.of(JILIN));
      assertEquals(wang, store.read(all -> all.tokens().caller(secret, NOW)).get());
      assertTrue(store.read(all -> all.tokens().caller(secret, end)).isEmpty());
      String other = secret.substring(0, secret.length() - 1) + (secret.endsWith("0") ? "1" : "0");
      for (String wrong :
          List.of("", "gp_", other, secret + "0", secret.toUpperCase(Locale.ROOT), "' OR 1=1")) {
        assertTrue(store.read(all -> all.tokens().caller(wrong, NOW)).isEmpty(), wrong);
      }
      Tokens.Opened session = store.write(all -> all.tokens().open(secret, NOW)).get();
      assertEquals(NOW.plus(Tokens.SESSION), session.expires());
      assertEquals(
          session.caller(), store.read(all -> all.tokens().session(session.secret(), NOW)).get());
      assertTrue(
          store.read(all -> all.tokens().session(session.secret(), session.expires())).isEmpty());
      Token revoked = store.write(all -> all.tokens().revoke(made.token().id(), NOW)).get();
      assertEquals(NOW, revoked.revoked());
      assertTrue(store.read(all -> all.tokens().caller(secret, NOW)).isEmpty());
      assertTrue(store.read(all -> all.tokens().session(session.secret(), NOW)).isEmpty());
      assertTrue(store.write(all -> all.tokens().open(secret, NOW)).isEmpty());
    }
  }

  @ParameterizedTest
  @EnumSource
  void secrets_areNowhereInTheDump(Databases database) {
    try (ProgramStore store = new ProgramStore(database.fresh(folder))) {
      Tokens.Created made =
          store.write(
              all -> all.tokens().create("Bo", Role.READER, Set.of(), NOW.plusSeconds(60), NOW));
      String session = store.write(all -> all.tokens().open(made.secret(), NOW)).get().secret();
      StringWriter out = new StringWriter();
      store.dump(out);
      String secret = made.secret().substring(made.secret().lastIndexOf('_') + 1);
      assertFalse(out.toString().contains(secret));
      assertFalse(out.toString().contains(session));
    }
  }

  @ParameterizedTest
  @EnumSource
  void dump_loadedIntoTheOtherDatabase_isTheSameAndGoesOn(Databases database) {
    Databases other = database == Databases.SQLITE ? Databases.POSTGRESQL : Databases.SQLITE;
    try (ProgramStore from = new ProgramStore(database.fresh(folder));
        ProgramStore to = new ProgramStore(other.fresh(folder))) {
      from.write(
          all -> {
            all.tokens().create("Bo", Role.READER, Set.of(), NOW.plusSeconds(60), NOW);
            all.revisions().add(need("n1", "{\"热\":1}"), Revision.State.DRAFT, "\n", 0, ADA);
            all.remarks().add(remark(Remark.Sort.PIN, Tier.PUBLIC, null, ""));
            all.introductions().add(introduction(OAKLAND));
            all.audit()
                .add(COORDINATOR, NOW, "edit", "need n1", new RequestOrigin("r1", "203.0.113.7"));
            return 0;
          });
      StringWriter first = new StringWriter();
      assertEquals(6, from.dump(first));
      assertEquals(6, to.load(new StringReader(first.toString()), ANY));
      StringWriter second = new StringWriter();
      to.dump(second);
      assertEquals(first.toString(), second.toString());
      to.write(all -> all.remarks().add(remark(Remark.Sort.PIN, Tier.PUBLIC, null, "next")));
      assertEquals(
          List.of("next", ""),
          bodies(to.read(all -> all.remarks().list(ALL, READER, Page.NEWEST, 9))));
      IllegalArgumentException full =
          assertThrows(
              IllegalArgumentException.class,
              () -> to.load(new StringReader(first.toString()), ANY));
      assertTrue(String.valueOf(full.getMessage()).contains("import into an empty one"));
    }
  }

  /// A row that another connection commits while the dump is being written.
  @ParameterizedTest
  @EnumSource
  void dump_whileOthersWrite_isOfOneMoment(Databases database) {
    try (ProgramStore store = new ProgramStore(database.fresh(folder))) {
      store.write(all -> all.remarks().add(remark(Remark.Sort.PIN, Tier.PUBLIC, null, "before")));
      StringWriter out =
          new StringWriter() {
            private boolean written;

            @Override
            public void write(String text) {
              super.write(text);
              if (!written && text.contains("before")) {
                written = true;
                store.write(all -> all.introductions().add(introduction(OAKLAND)));
              }
            }
          };
      assertEquals(1, store.dump(out));
      assertFalse(out.toString().contains("introduction"), out::toString);
      assertEquals(3, store.dump(new StringWriter()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void remark_sentTwice_standsOnce(Databases database) {
    try (ProgramStore store = new ProgramStore(database.fresh(folder))) {
      Remark first =
          store.write(all -> all.remarks().add(remark(Remark.Sort.PIN, Tier.PUBLIC, JILIN, "")));
      Remark second =
          store.write(all -> all.remarks().add(remark(Remark.Sort.PIN, Tier.PUBLIC, JILIN, "")));
      assertEquals(first, second);
      store.write(all -> all.remarks().withdraw(first.id(), ADA));
      Remark third =
          store.write(all -> all.remarks().add(remark(Remark.Sort.PIN, Tier.PUBLIC, JILIN, "")));
      assertNotEquals(first.id(), third.id());
    }
  }

  @ParameterizedTest
  @EnumSource
  void dump_thatIsBroken_importsNothing(Databases database) {
    try (ProgramStore store = new ProgramStore(database.fresh(folder))) {
      String head = "{\"format\":\"greenpair-program\",\"version\":1}\n";
      String row =
          "{\"table\":\"audit\",\"row\":{\"seq\":1,\"happened\":\"2026-03-01T08:00:00Z\",\"who\":\"a\",\"role\":\"b\",\"action\":\"c\",\"subject\":\"d\",\"request\":\"e\"}}\n";
      String remark =
          "{\"table\":\"remark\",\"row\":{\"seq\":1,\"id\":\"r\",\"sort\":\"note\",\"tier\":\"public\",\"city\":\"cn-jilin\",\"body\":\"b\",\"author\":\"a\",\"made\":\"2026-03-01T08:00:00Z\"}}\n";
      String end = "{\"rows\":1}\n";
      for (String broken :
          List.of(
              "",
              "no json\n",
              "{\"format\":\"greenpair-program\",\"version\":2}\n",
              head + row,
              head + row + "{\"rows\":2}\n",
              head + row.replace("audit", "session") + "{\"rows\":1}\n",
              head + row.replace("who", "who) VALUES (1); --") + "{\"rows\":1}\n",
              head + "{\"table\":\"audit\",\"row\":{}}\n{\"rows\":1}\n",
              head + row.replace("\"who\":\"a\",", "") + end,
              head + row.replace("2026-03-01T08:00:00Z", "yesterday") + end,
              head + row.replace("\"seq\":1,", "") + end,
              head + row.replace("\"seq\":1,", "\"seq\":0,") + end,
              head + row.replace("\"seq\":1,", "\"seq\":9223372036854775807,") + end,
              head + remark.replace("note", "poem") + end,
              head + remark.replace("public", "secret") + end,
              head + remark.replace("cn-jilin", "no id") + end)) {
        assertThrows(
            IllegalArgumentException.class,
            () -> store.load(new StringReader(broken), ANY),
            broken);
      }
      assertTrue(store.read(all -> all.audit().list(null, Page.NEWEST, 9)).items().isEmpty());
      assertEquals(1, store.load(new StringReader(head + row + end), ANY));
      store.write(
          all -> {
            all.audit().add(COORDINATOR, NOW, "next", "", RequestOrigin.NONE);
            return NOW;
          });
      assertEquals(2, store.read(all -> all.audit().list(null, Page.NEWEST, 9)).items().size());
    }
  }

  @ParameterizedTest
  @EnumSource
  void keptReply_isFoundByItsOwnerAndRequestOnly(Databases database) {
    try (ProgramStore store = new ProgramStore(database.fresh(folder))) {
      KeptReplies.Reply reply = new KeptReplies.Reply(201, "/x", "{}");
      store.write(
          all -> {
            all.replies().keep(READER, "k", "d1", reply, NOW);
            return 0;
          });
      assertEquals(reply, store.read(all -> all.replies().find(READER, "k", "d1")).get());
      assertTrue(store.read(all -> all.replies().find(COORDINATOR, "k", "d1")).isEmpty());
      assertThrows(
          ConflictException.class, () -> store.read(all -> all.replies().find(READER, "k", "d2")));
      store.write(
          all -> {
            all.replies().forget(NOW.plusSeconds(1));
            return 0;
          });
      assertTrue(store.read(all -> all.replies().find(READER, "k", "d1")).isEmpty());
    }
  }

  @ParameterizedTest
  @EnumSource
  void store_openedAgain_hasWhatWasWritten(Databases database) {
    DatabaseSettings settings = database.fresh(folder);
    try (ProgramStore store = new ProgramStore(settings)) {
      store.write(all -> all.introductions().add(introduction(JILIN)));
    }
    try (ProgramStore store = new ProgramStore(settings)) {
      assertEquals(
          1,
          store.read(all -> all.introductions().list(null, null, Page.NEWEST, 9)).items().size());
    }
  }

  /// SQLite rolls back by itself when it has no room, and then the roll-back of the caller fails.
  @Test
  void write_onAFullDisk_reportsIt_andTheNextOneWorksOnceThereIsRoom() {
    DatabaseSettings settings =
        new DatabaseSettings("jdbc:sqlite:" + folder.resolve("full.db"), "", "", 1);
    try (ProgramStore store = new ProgramStore(settings)) {
      store.open();
      // The limit applies to the one connection of the pool; a full disk would affect all.
      store.read(
          all -> {
            long pages =
                all.rows().one("PRAGMA page_count", row -> row.number("page_count")).orElseThrow();
            return all.rows()
                .one("PRAGMA max_page_count = " + (pages + 2), row -> row.number("max_page_count"));
          });
      ProgramException full =
          assertThrows(
              ProgramException.class,
              () ->
                  store.write(
                      all -> {
                        Remark last = remark(Remark.Sort.NOTE, Tier.PROGRAMME, JILIN, "first");
                        for (int i = 0; i < 500; i++) {
                          last =
                              all.remarks()
                                  .add(
                                      remark(
                                          Remark.Sort.NOTE,
                                          Tier.PROGRAMME,
                                          JILIN,
                                          i + "x".repeat(4000)));
                        }
                        return last;
                      }));
      assertTrue(String.valueOf(full.getMessage()).contains("full"), full::toString);
      store.write(
          all -> all.remarks().add(remark(Remark.Sort.NOTE, Tier.PROGRAMME, JILIN, "after")));
      assertEquals(
          List.of("after"),
          bodies(store.read(all -> all.remarks().list(ALL, COORDINATOR, Page.NEWEST, 9))));
    }
  }

  @ParameterizedTest
  @EnumSource
  void kept_forATimeOnly_isRemovedAndNothingElse(Databases database) {
    try (ProgramStore store = new ProgramStore(database.fresh(folder))) {
      store.write(
          all -> {
            var login = all.tokens().admit("https://login 1", "Li", Role.READER, Set.of(), NOW);
            var token = all.tokens().create("Bo", Role.READER, Set.of(), NOW.plusSeconds(9), NOW);
            all.tokens().open(token.secret(), NOW);
            KeptReplies.Reply reply = new KeptReplies.Reply(200, null, "{}");
            all.replies().keep(login.caller(), "old", "d", reply, NOW);
            all.replies().keep(login.caller(), "new", "d", reply, NOW.plusSeconds(90_000));
            all.audit().add(COORDINATOR, NOW, "old", "", RequestOrigin.NONE);
            all.audit().add(COORDINATOR, NOW.plusSeconds(90_000), "new", "", RequestOrigin.NONE);
            return login;
          });
      Instant later = NOW.plus(Duration.ofDays(1)).plusSeconds(60);
      store.forget(later, later.minus(Duration.ofDays(1)), NOW.plusSeconds(1));
      Caller login = new Caller("https://login 1", "Li", Role.READER, Set.of());
      assertTrue(store.read(all -> all.replies().find(login, "old", "d")).isEmpty());
      assertTrue(store.read(all -> all.replies().find(login, "new", "d")).isPresent());
      assertEquals(
          List.of("Bo"),
          store.read(all -> all.tokens().list(Page.NEWEST, 9)).items().stream()
              .map(Token::name)
              .toList(),
          "the token behind a login that ended is gone, an operator's stays listed");
      assertEquals(
          List.of("new"),
          store.read(all -> all.audit().list(null, Page.NEWEST, 9)).items().stream()
              .map(AuditEntry::action)
              .toList());
      store.forget(later, later, Instant.MIN);
      assertEquals(1, store.read(all -> all.audit().list(null, Page.NEWEST, 9)).items().size());
    }
  }

  @ParameterizedTest
  @EnumSource
  void plan_isSolvedSharedAndAnswered_andSurvivesADump(Databases database) {
    StringWriter dump = new StringWriter();
    try (ProgramStore store = new ProgramStore(database.fresh(folder))) {
      Stamp stamp = new Stamp("Li", NOW);
      StoredPlan asked = store.write(all -> all.plans().add("pairs", "Pairs", "{}", stamp));
      assertEquals(StoredPlan.State.SOLVING, asked.state());
      StoredPlan made =
          store.write(
              all ->
                  all.plans()
                      .end(asked.id(), StoredPlan.State.MADE, "{}", "d", "[]")
                      .orElseThrow());
      assertTrue(
          store
              .write(
                  all -> all.plans().end(asked.id(), StoredPlan.State.CANCELLED, null, null, "[]"))
              .isEmpty(),
          "what is made stays");
      assertTrue(store.read(all -> all.plans().find(READER, made.id())).isEmpty());
      store.write(all -> all.plans().share(made.id(), LocalDate.parse("2027-01-31")));
      store.write(
          all ->
              all.plans()
                  .add(
                      new PlanAnswer(
                          0,
                          "",
                          made.id(),
                          JILIN,
                          null,
                          null,
                          PlanAnswer.Sort.DECLINE,
                          null,
                          "no",
                          stamp)));
      store.dump(dump);
    }
    try (ProgramStore store = new ProgramStore(DatabaseSettings.sqlite(folder.resolve("again")))) {
      store.load(new StringReader(dump.toString()), ANY);
      StoredPlan read =
          store.read(all -> all.plans().list(COORDINATOR, Page.NEWEST, 9)).items().getFirst();
      assertEquals(LocalDate.parse("2027-01-31"), read.until());
      assertEquals(
          List.of("no"),
          store.read(all -> all.plans().answers(read.id(), JILIN)).stream()
              .map(PlanAnswer::body)
              .toList());
    }
  }
}
