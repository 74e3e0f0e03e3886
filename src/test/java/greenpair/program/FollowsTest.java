package greenpair.program;

import static greenpair.program.ProgramRows.ANY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.program.access.Caller;
import greenpair.program.access.Caller.Role;
import greenpair.program.database.Page;
import greenpair.program.database.Stamp;
import greenpair.program.follow.CatalogChange;
import greenpair.program.follow.Changes;
import greenpair.program.follow.Changes.Change;
import greenpair.program.follow.Deliveries;
import greenpair.program.follow.Follows.Follow;
import greenpair.program.follow.Subscribers.Subscriber;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What people follow and what they are told, on both databases.
@Tag("postgres")
class FollowsTest {
  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
  private static final Stamp ADA = new Stamp("Ada", NOW);
  private static final EntryId JILIN = new EntryId("cn-jilin");
  private static final Caller READER = new Caller("token Bo", "Bo", Role.READER, Set.of());

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Databases.class)
  void changes_areNotedOnce_andDeliveriesClaimedOnce(Databases database) {
    try (ProgramStore store = new ProgramStore(database.fresh(folder))) {
      CatalogChange finding =
          new CatalogChange(
              CatalogChange.Sort.NEED_NEW,
              Kind.NEED,
              new EntryId("n1"),
              JILIN,
              new EntryId("n1"),
              Map.of("need", new Text("Heat", "供热"), "count", 2));
      String bo = READER.id();
      var follow =
          store.write(
              all -> {
                all.changes().begin("g1", NOW);
                Text name = new Text("Jilin", "吉林");
                all.follows().add(bo, Follow.Sort.CITY, "cn-jilin", name, ADA);
                return all.follows().add(bo, Follow.Sort.CITY, "cn-jilin", name, ADA);
              });
      assertEquals(1, store.read(all -> all.follows().of(bo)).size());
      Changes.Place place = store.read(all -> all.changes().place()).orElseThrow();
      assertEquals(
          true,
          store.write(
              all -> {
                boolean isFirst = all.changes().advance(place, "g2");
                all.changes().add(bo, finding, place, "g2", NOW);
                all.changes().add(bo, finding, place, "g2", NOW);
                return isFirst;
              }));
      assertEquals(false, store.write(all -> all.changes().advance(place, "g2")));
      List<Change> found = store.read(all -> all.changes().list(bo, Page.NEWEST, 10)).items();
      assertEquals(1, found.size());
      assertEquals(new Text("Heat", "供热"), found.getFirst().finding().arguments().get("need"));
      assertEquals(2L, found.getFirst().finding().arguments().get("count"));

      assertEquals(false, store.read(all -> all.changes().isNoted(bo, finding)));
      assertEquals(true, store.write(all -> all.changes().addOnce(bo, finding, "g2", NOW)));
      assertEquals(true, store.read(all -> all.changes().isNoted(bo, finding)));
      assertEquals(false, store.write(all -> all.changes().addOnce(bo, finding, "g2", NOW)));

      Subscriber who =
          store.write(
              all -> {
                Subscriber made = all.subscribers().saw(bo, Language.ZH, NOW);
                return all.subscribers()
                    .choose(made, Language.ZH, "bo@example.org", Subscriber.Digest.EACH);
              });
      long seq = store.read(all -> all.changes().last());
      assertEquals(seq, who.mailed());
      Deliveries.Content content = new Deliveries.Content("bo@example.org", "s", "b");
      assertEquals(true, store.write(all -> all.deliveries().add(who, content, seq + 1, NOW)));
      assertEquals(false, store.write(all -> all.deliveries().add(who, content, seq + 2, NOW)));
      List<String> due = store.read(all -> all.deliveries().due(NOW, 10));
      assertEquals(1, due.size());
      assertTrue(store.write(all -> all.deliveries().claim(due.getFirst(), NOW)).isPresent());
      assertTrue(store.write(all -> all.deliveries().claim(due.getFirst(), NOW)).isEmpty());

      StringWriter dump = new StringWriter();
      store.dump(dump);
      try (ProgramStore other = new ProgramStore(database.fresh(folder))) {
        other.load(new StringReader(dump.toString()), ANY);
        assertEquals(
            found.getFirst().finding(),
            other
                .read(all -> all.changes().list(bo, Page.NEWEST, 10))
                .items()
                .getFirst()
                .finding());
        assertEquals(
            Deliveries.State.UNCLEAR,
            other.read(all -> all.deliveries().find(due.getFirst())).orElseThrow().state());
        assertEquals(follow, Optional.of(other.read(all -> all.follows().of(bo)).getFirst()));
        other.write(
            all -> {
              all.changes().begin("g2", NOW.plusSeconds(60));
              Changes.Place restored = all.changes().place().orElseThrow();
              all.changes().add(bo, finding, restored, "g3", NOW);
              return restored;
            });
        assertEquals(
            3,
            other.read(all -> all.changes().list(bo, Page.NEWEST, 10)).items().size(),
            "the same change after a restore is another one");
      }
    }
  }
}
