package greenpair.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import greenpair.catalog.Entry;
import greenpair.catalog.Kind;
import greenpair.index.analysis.IndexSettings;
import greenpair.index.build.GenerationBuilder;
import greenpair.index.contract.CandidateQuery;
import greenpair.index.generation.Digests;
import greenpair.index.read.Snapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The deployments that a firm carries when the two passes have joined them.
class JoinedCasesTest {
  private static final Entry NORTH = SmallCatalog.city("cn-north", "CN", "CN-BJ");

  @TempDir private Path data;

  /// The deployments of the only firm.
  private static List<String> cases(GenerationStore store) throws IOException {
    try (LiveIndex live = SmallCatalog.live(store)) {
      live.refresh();
      try (Snapshot snapshot = live.acquire()) {
        CandidateQuery buses =
            new CandidateQuery(Kind.FIRM, Map.of(SmallCatalog.BUS, 1.0), "", null, 9);
        return snapshot.candidates(buses).getFirst().precedents().stream()
            .map(each -> each.deployment().value())
            .toList();
      }
    }
  }

  @Test
  void deployment_ofAFirmThatIsNotThere_isNotCarriedByItsOtherFirms() throws IOException {
    List<Entry> entries = new ArrayList<>();
    entries.add(NORTH);
    entries.add(SmallCatalog.firm("a", "A", "TRN.PUB.EBS"));
    Entry good = SmallCatalog.deployment("d1", "cn-north", "a", "TRN.PUB.EBS", "B");
    List<Entry> dangling =
        List.of(
            SmallCatalog.entry(
                "deployment",
                "d2",
                "Case",
                "'city':'cn-north','firms':['a','ghost'],'technologies':['TRN.PUB.EBS'],"
                    + "'grade':'A'"),
            SmallCatalog.entry(
                "deployment",
                "d3",
                "Case",
                "'city':'cn-north','firms':['a'],'financiers':['ghost'],"
                    + "'technologies':['TRN.PUB.EBS'],'grade':'A'"),
            SmallCatalog.deployment("d4", "ghost-town", "a", "TRN.PUB.EBS", "A"));
    entries.add(good);
    GenerationStore store = new GenerationStore(data);
    try (GenerationStore.Lock lock = store.lock();
        GenerationBuilder builder =
            store.begin(
                lock,
                new Digests(SmallCatalog.CONFIGURATION, SmallCatalog.CONFIGURATION),
                SmallCatalog.TAXONOMY,
                IndexSettings.none(),
                SmallCatalog.NOON)) {
      entries.forEach(builder::survey);
      dangling.forEach(builder::survey);
      builder.settle((kind, id) -> kind == Kind.FIRM && id.value().equals("a"));
      for (Entry entry : entries) {
        builder.add(entry, SmallCatalog.JSON.encode(entry));
      }
      store.publish(Published.of(builder.finish(List.of(), SmallCatalog.NOON).id()));
    }
    assertEquals(List.of("d1"), cases(store));
  }

  @Test
  void deployment_thatNamesAFirmTwice_isOneCaseOfIt() throws IOException {
    List<Entry> entries = new ArrayList<>();
    entries.add(NORTH);
    entries.add(SmallCatalog.firm("a", "A", "TRN.PUB.EBS"));
    entries.add(
        SmallCatalog.entry(
            "deployment",
            "d1",
            "Case",
            "'city':'cn-north','firms':['a','a'],'technologies':['TRN.PUB.EBS'],'grade':'B'"));
    GenerationStore store = new GenerationStore(data);
    SmallCatalog.publish(store, 0, entries);
    assertEquals(List.of("d1"), cases(store));
  }
}
