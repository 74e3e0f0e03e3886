package greenpair.program;

import static greenpair.program.ProgramRows.ALL;
import static greenpair.program.ProgramRows.COORDINATOR;
import static greenpair.program.ProgramRows.JILIN;
import static greenpair.program.ProgramRows.NOW;
import static greenpair.program.ProgramRows.READER;
import static greenpair.program.ProgramRows.bodies;
import static greenpair.program.ProgramRows.introduction;
import static greenpair.program.ProgramRows.remark;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.catalog.Tier;
import greenpair.program.Remarks.Remark;
import greenpair.program.access.Audit.AuditEntry;
import greenpair.program.access.Audit.RequestOrigin;
import greenpair.program.access.Caller;
import greenpair.program.access.Caller.Role;
import greenpair.program.access.KeptReplies;
import greenpair.program.access.StoredSessions;
import greenpair.program.access.Tokens;
import greenpair.program.access.Tokens.Token;
import greenpair.program.database.ConflictException;
import greenpair.program.database.DatabaseSettings;
import greenpair.program.database.Page;
import greenpair.program.database.ProgramException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The same guarantees on both databases.
@Tag("postgres")
class ProgramStoreTest {
  @TempDir Path folder;

  /// SQLite lets waiting writers try again at random.
  @Test
  @Timeout(60)
  void writers_takeTurns_inTheOrderInWhichTheyCame() throws Exception {
    List<Integer> order = new ArrayList<>(); // Only who has the turn adds to it.
    List<Integer> came = IntStream.range(0, 12).boxed().toList();
    List<Thread> threads = new ArrayList<>();
    try (ProgramStore store = new ProgramStore(Databases.SQLITE.fresh(folder))) {
      store.change(
          records -> {
            for (int each : came) {
              threads.add(Thread.ofPlatform().start(() -> store.change(inTurn -> order.add(each))));
              while (!threads.get(each).getState().name().endsWith("WAITING")) {
                Thread.onSpinWait();
              }
            }
          });
      for (Thread each : threads) {
        each.join();
      }
    }
    assertEquals(came, order);
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
      StoredSessions.Opened session = store.write(all -> all.sessions().open(secret, NOW)).get();
      assertEquals(NOW.plus(StoredSessions.LONGEST), session.expires());
      assertEquals(
          session.caller(), store.read(all -> all.sessions().caller(session.secret(), NOW)).get());
      assertTrue(
          store.read(all -> all.sessions().caller(session.secret(), session.expires())).isEmpty());
      Token revoked = store.write(all -> all.tokens().revoke(made.token().id(), NOW)).get();
      assertEquals(NOW, revoked.revoked());
      assertTrue(store.read(all -> all.tokens().caller(secret, NOW)).isEmpty());
      assertTrue(store.read(all -> all.sessions().caller(session.secret(), NOW)).isEmpty());
      assertTrue(store.write(all -> all.sessions().open(secret, NOW)).isEmpty());
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

  /// `…:00Z` would stand after `…:00.5Z` if times were written with as few digits as they need.
  @ParameterizedTest
  @EnumSource
  void times_ofOneSecond_areComparedByTheirFractions(Databases database) {
    Instant whole = Instant.parse("2026-03-01T12:00:00Z");
    Instant half = whole.plusMillis(500);
    try (ProgramStore store = new ProgramStore(database.fresh(folder))) {
      Tokens.Created made =
          store.write(
              all ->
                  all.tokens()
                      .create("Wang", Role.CITY, Set.of(JILIN), half, whole.minusMillis(1)));
      StoredSessions.Opened session =
          store
              .write(all -> all.sessions().open(made.secret(), whole.minusMillis(1)))
              .orElseThrow();
      assertTrue(store.read(all -> all.sessions().caller(session.secret(), whole)).isPresent());
      KeptReplies.Reply reply = new KeptReplies.Reply(201, "/x", "{}");
      store.write(
          all -> {
            all.replies().keep(READER, "k", "d1", reply, whole);
            all.replies().forget(half);
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
            var login = all.sessions().admit("https://login 1", "Li", Role.READER, Set.of(), NOW);
            var token = all.tokens().create("Bo", Role.READER, Set.of(), NOW.plusSeconds(9), NOW);
            all.sessions().open(token.secret(), NOW);
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
}
