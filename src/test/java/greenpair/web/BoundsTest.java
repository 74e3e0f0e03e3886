package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.DocTable;
import greenpair.Shared;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Checks the table of limits in docs/operation.md: input just below each limit is accepted, and
/// input just above it is answered as the table states.
@Tag("slow")
class BoundsTest {
  private static final Pattern STATUS = Pattern.compile("\\b[1-5][0-9][0-9]\\b");
  @RegisterExtension static final Shared<GuardedCohort> GUARDED = GuardedCohort.shared();

  @TempDir private Path folder = Path.of("");

  /// Rows with a test of their own, since they are not answered or need a job that runs.
  private static final List<String> ALONE =
      List.of("idle connection", "claims, corrections and interest of a visitor");

  static Stream<String> rows() {
    return table().keySet().stream().filter(row -> !ALONE.contains(row));
  }

  private static Map<String, List<String>> table() {
    return DocTable.under(Path.of("docs/operation.md"), "### Requests");
  }

  @Test
  void everyRow_hasItsProbe_andEveryProbeItsRow() {
    List<String> probes = new ArrayList<>(BoundProbes.PROBES.keySet());
    probes.addAll(ALONE);
    assertEquals(table().keySet().stream().sorted().toList(), probes.stream().sorted().toList());
  }

  @Test
  void connection_thatIsIdle_isClosed() throws IOException {
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), GUARDED.get().cohort.server.port())) {
      socket.setSoTimeout(60_000);
      long begun = System.nanoTime();
      assertEquals(-1, socket.getInputStream().read());
      long seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
      assertTrue(seconds >= 25 && seconds <= 59, "closed after " + seconds + " s");
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void bound_isKept(String row) throws Exception {
    BoundProbes.Probe probe = Objects.requireNonNull(BoundProbes.PROBES.get(row));
    int within = probe.within().status(folder);
    assertTrue(within >= 200 && within < 300, row + ", within: " + within);
    String said = Objects.requireNonNull(table().get(row)).get(2);
    List<String> statuses = STATUS.matcher(said).results().map(MatchResult::group).toList();
    int beyond = probe.beyond().status(folder);
    assertTrue(statuses.contains(Integer.toString(beyond)), row + ", beyond: " + beyond);
  }
}
