package greenpair.program;

import static greenpair.program.ProgramRows.ADA;
import static greenpair.program.ProgramRows.ALL;
import static greenpair.program.ProgramRows.ANY;
import static greenpair.program.ProgramRows.CONTACT;
import static greenpair.program.ProgramRows.COORDINATOR;
import static greenpair.program.ProgramRows.JILIN;
import static greenpair.program.ProgramRows.NOW;
import static greenpair.program.ProgramRows.OAKLAND;
import static greenpair.program.ProgramRows.READER;
import static greenpair.program.ProgramRows.bodies;
import static greenpair.program.ProgramRows.introduction;
import static greenpair.program.ProgramRows.need;
import static greenpair.program.ProgramRows.remark;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.catalog.Tier;
import greenpair.program.Remarks.Remark;
import greenpair.program.Revisions.Revision;
import greenpair.program.StoredPlans.PlanReply;
import greenpair.program.access.Audit.RequestOrigin;
import greenpair.program.access.Caller.Role;
import greenpair.program.access.Tokens;
import greenpair.program.database.DatabaseSettings;
import greenpair.program.database.Page;
import greenpair.program.database.Stamp;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a dump holds and what a load takes, from either database to the other.
@Tag("postgres")
class ProgramDumpTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void secrets_areNowhereInTheDump(Databases database) {
    try (ProgramStore store = new ProgramStore(database.fresh(folder))) {
      Tokens.Created made =
          store.write(
              all -> all.tokens().create("Bo", Role.READER, Set.of(), NOW.plusSeconds(60), NOW));
      String session = store.write(all -> all.sessions().open(made.secret(), NOW)).get().secret();
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
            all.contacts().add(CONTACT);
            all.introductions().add(introduction(OAKLAND));
            all.audit()
                .add(COORDINATOR, NOW, "edit", "need n1", new RequestOrigin("r1", "203.0.113.7"));
            return 0;
          });
      StringWriter first = new StringWriter();
      assertEquals(7, from.dump(first));
      assertEquals(7, to.load(new StringReader(first.toString()), ANY));
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
                      new PlanReply(
                          0,
                          "",
                          made.id(),
                          JILIN,
                          null,
                          null,
                          PlanReply.Sort.DECLINE,
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
              .map(PlanReply::body)
              .toList());
    }
  }
}
