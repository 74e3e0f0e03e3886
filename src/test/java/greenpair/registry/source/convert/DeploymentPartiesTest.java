package greenpair.registry.source.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;

import greenpair.catalog.Deployment;
import greenpair.catalog.Kind;
import greenpair.registry.LineResult;
import greenpair.registry.Origin;
import greenpair.registry.config.ConfigFolder;
import greenpair.registry.format.CatalogJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Shares of owners from several rows, or from a line and the entry that it corrects.
class DeploymentPartiesTest {
  private static final CatalogJson JSON =
      new CatalogJson(new ConfigFolder(Path.of("index-config")).taxonomy());

  @TempDir private Path folder = Path.of("");

  /// A deployment.
  ///
  /// @param parties such as `a 60`, `b` or `c operator`
  private static String line(String... parties) {
    String named =
        Stream.of(parties).map(DeploymentPartiesTest::party).collect(Collectors.joining(","));
    return """
    {"kind":"deployment","id":"plant","name":{"en":"Plant"},"technologies":["ENE.SOL.ROF"],\
    "provenance":[{"source":"a register","verified":true}],"city":"xx-a","grade":"B",\
    "firms":["a","b","c"],"parties":[%s]}\
    """
        .formatted(named);
  }

  private static String party(String text) {
    String[] words = text.split(" ", -1);
    String last = words.length > 1 ? words[1] : "";
    boolean isShare = !last.isEmpty() && Character.isDigit(last.charAt(0));
    String role = isShare || last.isEmpty() ? "owner" : last;
    return "{\"firm\":\"%s\",\"role\":\"%s\"%s}"
        .formatted(words[0], role, isShare ? ",\"share\":" + last : "");
  }

  private static LineResult.Accepted read(String line) {
    return (LineResult.Accepted)
        JSON.read(line.getBytes(StandardCharsets.UTF_8), new Origin("lines", 1));
  }

  private static List<Deployment.Party> parties(String line) {
    return ((Deployment) read(line).entry()).parties();
  }

  private void assertOver(String expected, String line, String entry) throws IOException {
    assertEquals(parties(expected), merged(Merger.ofSources(9), line, entry));
  }

  private List<Deployment.Party> merged(Merger merger, String... lines) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Fragments fragments = new Fragments(folder.resolve("catalog.jsonl"))) {
      for (String line : lines) {
        fragments.add(Kind.DEPLOYMENT, "plant", line.getBytes(StandardCharsets.UTF_8));
      }
      fragments.write(out, merger, JSON);
      assertEquals(List.of(), fragments.notes());
    }
    return parties(out.toString(StandardCharsets.UTF_8).strip());
  }

  @Test
  void sharesOfTheMoreTrustedSource_standInPlaceOfOthers() throws IOException {
    assertOver(line("a 60", "b 40"), line("a 60", "b 40"), line("a 50", "b 50"));
    assertOver(
        line("a 60", "b 40", "c operator"),
        line("a 60", "b 40"),
        line("a 50", "b 50", "c operator"));
  }

  @Test
  void ownersThatItDoesNotName_keepWhatItLeavesThem() throws IOException {
    assertOver(line("a 60", "b 40"), line("a 60"), line("a 60", "b 40"));
    assertOver(line("a 50", "b 50"), line("a"), line("a 50", "b 50"));
    assertOver(line("a 60", "b"), line("a 60"), line("a 50", "b 50"));
    assertOver(line("a 60", "c 40"), line("a 60", "c 40"), line("a 50", "b 50"));
    assertOver(line("c", "a", "b"), line("c"), line("a 50", "b 50"));
  }

  @Test
  void sharesOfTheMoreTrustedSource_stand() throws IOException {
    assertEquals(
        parties(line("a 60", "b 40")),
        merged(Merger.ofSources(9), line("a 60", "b 40"), line("a 50", "b 50"), line("a 70")));
  }

  @Test
  void sharesThatRowsContradict_doNotComeBackWithALaterRow() throws IOException {
    assertEquals(
        parties(line("a", "b")),
        merged(Merger.ofRows(9), line("a 50", "b 50"), line("a 60", "b 40"), line("a 70")));
  }

  @Test
  void sharesWrittenInAnotherWay_areTheSame() throws IOException {
    assertEquals(
        parties(line("a 60", "b 40")),
        merged(Merger.ofRows(9), line("a 60", "b 40"), line("a 60.0", "b 40.00")));
  }
}
