package greenpair.index.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.Seeded;
import greenpair.catalog.Kind;
import greenpair.catalog.value.Attribute;
import greenpair.index.SmallCatalog;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ManifestTest {
  @TempDir private Path folder;

  private static Manifest manifest() {
    return new Manifest(
        "20260301T120000.000Z",
        SmallCatalog.CONFIGURATION,
        SmallCatalog.CONFIGURATION,
        SmallCatalog.NOON,
        2025,
        Map.of(Kind.CITY, 2L, Kind.FIRM, 1_000_000L),
        List.of(
            new Manifest.Source("fixtures/cities.jsonl", 49_840, "ab12"),
            new Manifest.Source("目录/a b=c:d\\e#f.jsonl", 0, "cd34")),
        Map.of(
            "city/_0.fdt", new Manifest.Sum(7, 4_294_967_295L),
            "city/segments_1", new Manifest.Sum(0, 0)),
        null);
  }

  @Seeded
  void manifest_ofRandomContent_isWrittenAndRead_isTheSame(Random random) throws IOException {
    Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      counts.put(kind, random.nextLong(1L << 40));
    }
    Map<String, Manifest.Sum> files = new TreeMap<>();
    for (int i = random.nextInt(20); i > 0; i--) {
      files.put(
          "kind/_" + random.nextInt(1000) + ".x",
          new Manifest.Sum(random.nextLong(1L << 40), random.nextLong(1L << 32)));
    }
    List<Manifest.Source> sources =
        random
            .ints(random.nextInt(15))
            .mapToObj(each -> new Manifest.Source("文件 " + each, random.nextInt(9), "d" + each))
            .toList();
    Instant created = Instant.ofEpochMilli(random.nextLong(1L << 42));
    Integer newest = random.nextBoolean() ? 1990 + random.nextInt(40) : null;
    RegistryPast past =
        new RegistryPast(Set.of(Attribute.FUNDING))
            .with("repeats", Map.of(Attribute.OWNER, random.nextDouble()))
            .with("shares", Map.of(Attribute.OWNER, Map.of("业主", random.nextDouble())))
            .with("size", random.nextDouble());
    Manifest manifest =
        new Manifest("id", "digest", "digest", created, newest, counts, sources, files, past);
    manifest.write(folder);
    assertEquals(manifest, Manifest.read(folder));
  }

  @Test
  void ages_countFromTheNewestDeployment_orTheBuildWhereThatIsEarlier() {
    assertEquals(2019, built(2019).asOf());
    assertEquals(2026, built(2031).asOf());
    assertEquals(2026, built(null).asOf());
  }

  private static Manifest built(@Nullable Integer newest) {
    return new Manifest(
        "id",
        "digest",
        "digest",
        SmallCatalog.NOON,
        newest,
        Map.of(Kind.CITY, 1L),
        List.of(),
        Map.of(),
        null);
  }

  @Test
  void manifest_withAnyByteDamaged_isRefusedOrSaysTheSame() throws IOException {
    manifest().write(folder);
    Path file = folder.resolve(Manifest.FILE);
    byte[] good = Files.readAllBytes(file);
    int refused = 0;
    for (int at = 0; at < good.length; at++) {
      byte[] bad = good.clone();
      bad[at] ^= (byte) (1 << at % 8);
      Files.write(file, bad);
      try {
        assertEquals(manifest(), Manifest.read(folder), "byte " + at);
      } catch (BadGenerationException e) {
        refused++;
      }
    }
    assertTrue(refused > good.length / 2, refused + " of " + good.length);
  }

  private String refusal(String text) throws IOException {
    Files.write(folder.resolve(Manifest.FILE), text.getBytes(StandardCharsets.UTF_8));
    return String.valueOf(
        assertThrows(BadGenerationException.class, () -> Manifest.read(folder)).getMessage());
  }

  @Test
  void manifest_ofAnotherFormat_isRefusedWithTheNextStep() throws IOException {
    String refusal = refusal("{\"format\":\"0\"}");
    assertTrue(refusal.contains("format"), refusal);
    assertTrue(refusal.contains("reindex"), refusal);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void manifest_thatTheDiskHasNoSpaceFor_leavesNoHalfOne() throws IOException {
    Files.createSymbolicLink(folder.resolve(Manifest.FILE + ".new"), Path.of("/dev/full"));
    assertThrows(IOException.class, () -> manifest().write(folder));
    assertFalse(Files.exists(folder.resolve(Manifest.FILE)));
  }
}
