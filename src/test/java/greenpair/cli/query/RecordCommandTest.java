package greenpair.cli.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.Shared;
import greenpair.cli.Ran;
import greenpair.cli.ServedCohort;
import greenpair.cli.app.Exit;
import greenpair.registry.config.ConfigFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// A recorded decision is replayed byte for byte.
class RecordCommandTest {
  @RegisterExtension static final Shared<ServedCohort> COHORT = ServedCohort.shared();

  @TempDir private Path folder;
  private final ServedCohort cohort = COHORT.get();

  /// The digest covers every field of the file.
  @Test
  void record_withAFieldTwice_orAnUnknownOne_isRefused() throws IOException {
    Path file = folder.resolve("own.json");
    cohort.good(
        "record",
        "/api/v1/cities/cn-guiyang/recommendations?kind=financier",
        "--out",
        file.toString());
    String own = Files.readString(file);
    for (String more : List.of("\"answer\": \"forged\", ", "\"note\": \"forged\", ")) {
      Files.writeString(file, own.replaceFirst("\\{", "{" + more));
      Ran ran = Ran.on(cohort.data, "replay", file.toString());
      assertEquals(Exit.BAD_DATA, ran.code(), ran::toString);
    }
  }

  @Test
  void record_ofADescribedNeed_isReplayedUnderAnotherConfiguration() throws IOException {
    String file = folder.resolve("described.json").toString();
    Path body = folder.resolve("need.json");
    Files.writeString(
        body, "{\"city\": \"cn-jilin\", \"kind\": \"solution\", \"text\": \"热泵 heating\"}");
    cohort.good("record", "/api/v1/recommendations", "--body", body.toString(), "--out", file);
    Path other = Files.createDirectory(folder.resolve("other-config"));
    new ConfigFolder(Path.of("index-config")).copyTo(other);
    Files.writeString(other.resolve("ranking.yaml"), "\n# changed\n", StandardOpenOption.APPEND);

    Ran same = cohort.good("replay", file, "--config", other.toString());

    assertTrue(
        same.out().startsWith("The answer is identical to the recorded one"), same.toString());
    Path kept;
    try (var copies = Files.list(cohort.data.resolve("configurations"))) {
      kept = copies.findFirst().orElseThrow();
    }
    Path away = folder.resolve("away");
    Files.move(kept, away);
    Ran gone = Ran.on(cohort.data, "replay", file, "--config", other.toString());
    Files.move(away, kept);
    assertEquals(Exit.BAD_DATA, gone.code(), gone.toString());
    assertTrue(gone.err().contains("no intact copy exists"), gone.err());
  }
}
