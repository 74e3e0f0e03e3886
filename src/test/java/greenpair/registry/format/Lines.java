package greenpair.registry.format;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.catalog.taxonomy.Concept;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.registry.LineResult;
import greenpair.registry.Origin;
import org.jspecify.annotations.Nullable;

/// Catalog lines and a small taxonomy for the tests of this package.
public final class Lines {
  static final Taxonomy TAXONOMY =
      new Taxonomy(
          Stream.of(
                  "TRN TRN.PUB TRN.PUB.EBS LGT LGT.LED FIN FIN.LON FIN.GUA FTY FTY.MDB".split(" "))
              .map(Lines::concept)
              .toList());

  static final CatalogJson JSON = new CatalogJson(TAXONOMY);

  static final Origin HERE = new Origin("catalog.jsonl", 7);

  /// The examples of the format document put together: every field of every kind.
  static final List<String> FULL = resource("full-lines.jsonl");

  static final String CITY = FULL.get(0);
  static final String NEED = FULL.get(1);
  static final String FIRM = FULL.get(2);
  static final String FINANCIER = FULL.get(3);
  static final String DEPLOYMENT = FULL.get(5);
  static final String PROGRAMME = FULL.get(6);
  static final String EXPERT = FULL.get(7);

  private Lines() {}

  static List<String> resource(String file) {
    try (InputStream in = Lines.class.getResourceAsStream("/greenpair/registry/" + file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The shortest good line of a kind, with more fields before its end.
  static String with(Kind kind, String fields) {
    String must =
        switch (kind) {
          case CITY -> ",\"country\":\"CN\"";
          case NEED -> ",\"city\":\"cn-jilin\"";
          case DEPLOYMENT -> ",\"city\":\"cn-jilin\",\"grade\":\"C\"";
          case PROGRAMME -> ",\"participants\":[{\"city\":\"cn-jilin\"}]";
          case EXPERT, FIRM, FINANCIER, SOLUTION -> "";
        };
    return "{\"kind\":\""
        + kind.word()
        + "\",\"id\":\"x1\",\"name\":{\"en\":\"X\"},"
        + (kind == Kind.EXPERT ? "\"technologies\":[\"TRN\"]," : "")
        + "\"provenance\":[{\"source\":\"memory\",\"verified\":false}]"
        + must
        + (fields.isEmpty() ? "" : "," + fields)
        + "}";
  }

  public static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// The problem of a line, or an empty string when it is good.
  static String problem(String line) {
    return switch (JSON.read(utf8(line), HERE)) {
      case LineResult.Accepted accepted -> "";
      case LineResult.Rejected rejected -> rejected.problem().in(Language.EN);
    };
  }

  /// A concept that is called like its code, below the concept of the code before its last dot.
  public static Concept concept(String code) {
    int dot = code.lastIndexOf('.');
    @Nullable Code parent = dot < 0 ? null : new Code(code.substring(0, dot));
    return new Concept(
        new Code(code), parent, new Text(code, null), List.of(), List.of(), List.of());
  }
}
