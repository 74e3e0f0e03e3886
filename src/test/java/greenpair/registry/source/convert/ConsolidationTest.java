package greenpair.registry.source.convert;

import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.registry.config.ConfigFolder;
import greenpair.registry.format.CatalogFiles;
import greenpair.registry.format.CatalogJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// References to entries that have another id after entity resolution.
class ConsolidationTest {
  private static final CatalogJson JSON =
      new CatalogJson(new ConfigFolder(Path.of("index-config")).taxonomy());

  private static final String SOURCE =
      "\"provenance\":[{\"source\":\"https://example.org/x\",\"verified\":true}]";

  /// The firm `acme-co` of the registry is the firm `acme`.
  private static final Consolidation.Ids IDS =
      new Consolidation.Ids() {
        @Override
        public String of(String source, Kind kind, EntryId id) {
          return kind == Kind.FIRM && id.value().equals("acme-co") ? "acme" : id.value();
        }

        @Override
        public boolean isShared(Kind kind, String id) {
          return false;
        }
      };

  @Test
  void expert_refersToTheFirmByItsNewId(@TempDir Path folder) throws IOException {
    Path lines = folder.resolve("panel.jsonl");
    Files.writeString(
        lines,
        "{\"kind\":\"expert\",\"id\":\"lane\",\"name\":{\"en\":\"Lane\"},"
            + "\"technologies\":[\"TRN\"],\"affiliation\":{\"firm\":\"acme-co\"},\"conflicts\":[{\"firm\":\"acme-co\",\"provenance\":{\"source\":\"a"
            + " letter\",\"verified\":true}},{\"city\":\"cn-jilin\",\"provenance\":{\"source\":\"a"
            + " letter\",\"verified\":true}}],"
            + SOURCE
            + "}\n");
    Path out = folder.resolve("out.jsonl");
    var part = new Consolidation.Part("panel", new CatalogFiles(List.of(lines), JSON));
    var _ = new Consolidation(JSON, IDS, 20).write(List.of(part), out, seen -> {});
    String written = Files.readString(out);
    assertTrue(written.contains("\"affiliation\":{\"firm\":\"acme\"}"), written);
    assertTrue(written.contains("\"conflicts\":[{\"firm\":\"acme\","), written);
    assertTrue(written.contains("{\"city\":\"cn-jilin\","), written);
  }
}
