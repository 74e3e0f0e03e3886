package greenpair.index;

import module java.base;

import greenpair.catalog.City;
import greenpair.catalog.Code;
import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Firm;
import greenpair.catalog.Solution;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.index.analysis.IndexSettings;
import greenpair.index.build.GenerationBuilder;
import greenpair.index.generation.Digests;
import greenpair.index.generation.Manifest;
import greenpair.registry.LineResult;
import greenpair.registry.Origin;
import greenpair.registry.format.CatalogJson;
import greenpair.registry.format.Lines;

/// A catalog of a few entries and the generations that are built of it.
public final class SmallCatalog {
  public static final Taxonomy TAXONOMY =
      new Taxonomy(
          Stream.of(
                  "TRN",
                  "TRN.PUB",
                  "TRN.PUB.EBS",
                  "TRN.PUB.FCB",
                  "LGT",
                  "LGT.LED",
                  "FIN",
                  "FIN.LON",
                  "FTY",
                  "FTY.MDB")
              .map(Lines::concept)
              .toList());

  static final CatalogJson JSON = new CatalogJson(TAXONOMY);

  public static final Code BUS = new Code("TRN.PUB.EBS");
  public static final Code FUEL_CELL_BUS = new Code("TRN.PUB.FCB");
  public static final Code LAMP = new Code("LGT.LED");

  public static final String CONFIGURATION = "c0ffee".repeat(10) + "0123";
  static final String ANOTHER_CONFIGURATION = "decade".repeat(10) + "4567";

  public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  /// One or more entries of every kind, and a deployment with every reference.
  static final List<Entry> ENTRIES =
      List.of(
          city("cn-north", "CN", "CN-BJ"),
          city("us-west", "US", "US-CA"),
          entry("need", "n2", "Lamps", "'city':'cn-north','technologies':['LGT.LED']"),
          entry("need", "n1", "Electric buses", "'city':'cn-north','technologies':['TRN.PUB.EBS']"),
          firm("busmaker", "Bus maker", "TRN.PUB.EBS"),
          firm("lampmaker", "Lamp maker", "LGT.LED"),
          entry("financier", "bank", "Bank", "'technologies':['TRN'],'type':'FTY.MDB'"),
          entry("solution", "bus", "Electric bus", "'technologies':['TRN.PUB.EBS']"),
          deployment("d1", "cn-north", "busmaker", "TRN.PUB.EBS", "B"),
          deployment("d2", "us-west", "busmaker", "TRN.PUB.EBS", "D"),
          entry(
              "deployment",
              "d3",
              "Lamps",
              "'city':'us-west','firms':['lampmaker'],'financiers':['bank'],"
                  + "'technologies':['LGT.LED'],'grade':'A'"));

  private SmallCatalog() {}

  static City city(String id, String country, String region) {
    String fields = "'country':'" + country + "','region':'" + region + "'";
    return (City) entry("city", id, "City " + id, fields);
  }

  public static Firm firm(String id, String name, String code) {
    return (Firm) entry("firm", id, name, "'technologies':['" + code + "']");
  }

  public static Solution solution(String id, String name, String code) {
    return (Solution) entry("solution", id, name, "'technologies':['" + code + "']");
  }

  static Deployment deployment(String id, String city, String firm, String code, String grade) {
    return (Deployment)
        entry(
            "deployment",
            id,
            "Case " + id,
            "'city':'%s','firms':['%s'],'technologies':['%s'],'grade':'%s'"
                .formatted(city, firm, code, grade));
  }

  /// An entry from its line.
  ///
  /// @param fields those that its kind adds, with ' for "
  public static Entry entry(String kind, String id, String english, String fields) {
    String line =
        ("{'kind':'%s','id':'%s','name':{'en':'%s'},"
                + "'provenance':[{'source':'https://example.org','verified':true}]%s}")
            .formatted(kind, id, english, fields.isEmpty() ? "" : "," + fields)
            .replace('\'', '"');
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    return switch (JSON.read(bytes, new Origin("test", 1))) {
      case LineResult.Accepted accepted -> accepted.entry();
      case LineResult.Rejected rejected ->
          throw new IllegalArgumentException(line + ": " + rejected);
    };
  }

  static EntryId id(String value) {
    return new EntryId(value);
  }

  /// Begins a build and adds all entries, but does not finish it.
  static GenerationBuilder begin(
      GenerationStore store, GenerationStore.Lock lock, Instant now, List<? extends Entry> entries)
      throws IOException {
    return begin(store, lock, CONFIGURATION, now, entries);
  }

  private static GenerationBuilder begin(
      GenerationStore store,
      GenerationStore.Lock lock,
      String configuration,
      Instant now,
      List<? extends Entry> entries)
      throws IOException {
    GenerationBuilder builder =
        store.begin(
            lock, new Digests(configuration, configuration), TAXONOMY, IndexSettings.none(), now);
    entries.forEach(builder::survey);
    for (Entry entry : entries) {
      builder.add(entry, JSON.encode(entry));
    }
    return builder;
  }

  /// Builds a generation and publishes it.
  ///
  /// @param days after [#NOON]; later generations have greater ids
  static String publish(GenerationStore store, int days, List<? extends Entry> entries)
      throws IOException {
    String id = build(store, CONFIGURATION, days, entries);
    store.publish(Published.of(id));
    return id;
  }

  /// Builds a generation without publishing it.
  static String build(
      GenerationStore store, String configuration, int days, List<? extends Entry> entries)
      throws IOException {
    Instant now = NOON.plusSeconds(86_400L * days);
    try (GenerationStore.Lock lock = store.lock();
        GenerationBuilder builder = begin(store, lock, configuration, now, entries)) {
      return builder.finish(List.of(new Manifest.Source("test.jsonl", 7, "ab")), now).id();
    }
  }

  static LiveIndex live(GenerationStore store) {
    return live(store, CONFIGURATION);
  }

  static LiveIndex live(GenerationStore store, String configuration) {
    return new LiveIndex(
        store, new Digests(configuration, configuration), TAXONOMY, IndexSettings.none(), JSON);
  }
}
