package greenpair.cli;

/// Lines of a catalog: a city, a need of it, a firm that meets it, and others made to order.
final class CatalogLines {
  static final String CITY =
      "{\"kind\":\"city\",\"id\":\"xx-a\",\"name\":{\"en\":\"A\"},\"country\":\"US\","
          + "\"provenance\":[{\"source\":\"test\",\"verified\":true}]}";
  static final String NEED =
      line("need", "xx-a-n1", "\"city\":\"xx-a\",\"technologies\":[\"LGT.LED\"]");
  static final String FIRM =
      line("firm", "lamps", "\"role\":\"vendor\",\"technologies\":[\"LGT.LED\"]");

  static String line(String kind, String id, String fields) {
    return "{\"kind\":\"%s\",\"id\":\"%s\",\"name\":{\"en\":\"%s\"},%s,"
            .formatted(kind, id, id, fields)
        + "\"provenance\":[{\"source\":\"test\",\"verified\":true}]}";
  }

  static String deployment(String id, String fields) {
    return line("deployment", id, "\"technologies\":[\"LGT.LED\"],\"grade\":\"A\"," + fields);
  }

  private CatalogLines() {}
}
