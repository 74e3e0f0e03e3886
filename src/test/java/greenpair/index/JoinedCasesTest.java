package greenpair.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;

import greenpair.catalog.Entry;
import greenpair.catalog.Kind;
import greenpair.index.contract.CandidateQuery;
import greenpair.index.read.Snapshot;
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
