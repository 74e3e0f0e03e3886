package greenpair.cli;

import module java.base;

import greenpair.SmallConfiguration;

/// Two small registries and a catalog file, with a configuration of their own.
@SuppressWarnings("InlineFormatString") // A mapping is read better in one piece.
public record TwoRegistries(Path folder) {
  private static final String MAPPING =
      """
      source: https://example.org/%1$s
      trust: %2$d
      verified: true
      files: %1$s.csv
      record: "{ref}"
      values: {ref: Ref, name: Name, chinese: Chinese, city: City, site: {from: Site, as: website},
               year: {from: Founded, as: whole}}
      skip:
        - {when: {name: unknown}, reason: no name}
      entries:
        - kind: city
          fields: {id: "xx-{city:squash}", name: {en: "{city}"}, country: US}
        - kind: firm
          fields:
            id: "{name:slug}"
            name: {en: "{name}", zh: "{chinese}"}
            technologies: [WST.ENE.LFG]
            website: "{site}"
            founded: "{year}"
            headquarters: {city: {en: "{city}"}, country: US}
        - kind: deployment
          fields:
            id: "%1$s-{ref}"
            name: {en: "Gas at {city}"}
            technologies: [WST.ENE.LFG]
            city: "xx-{city:squash}"
            firms: ["{name:slug}"]
            status: operating
            grade: B
      """;

  static final String HEADER = "Ref,Name,Chinese,City,Site,Founded\n";

  public static final String FIRM =
      "{\"kind\":\"firm\",\"id\":\"acme-own\",\"name\":{\"en\":\"Acme Biogas\"},"
          + "\"provenance\":[{\"source\":\"by hand\",\"verified\":true}]}\n";

  public static TwoRegistries in(Path folder) throws IOException {
    TwoRegistries registries = new TwoRegistries(folder);
    SmallConfiguration.copyTo(folder.resolve("config"));
    registries.source(
        "first",
        60,
        """
        1,Acme Biogas Inc.,,Riverton,https://acme.example,1999
        2,Lloyds,,Riverton,,
        """);
    registries.source(
        "second",
        40,
        """
        a,ACME BIOGAS,艾克米沼气,Riverton,https://other.example,2001
        b,Lloyds Digesters,,Riverton,,
        c,,,Riverton,,
        d,Beta,,Riverton,,soon
        """);
    Files.writeString(folder.resolve("own.jsonl"), FIRM);
    return registries;
  }

  private void source(String name, int trust, String rows) throws IOException {
    Files.writeString(
        folder.resolve("config/sources/" + name + ".yaml"), MAPPING.formatted(name, trust));
    Files.writeString(folder.resolve(name + ".csv"), HEADER + rows);
  }

  public Ran run(String... arguments) {
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--config";
    all[arguments.length + 1] = folder.resolve("config").toString();
    return Ran.on(folder.resolve("data"), all);
  }

  public Ran reindex(String... more) {
    String[] all =
        Stream.concat(
                Stream.of(
                    "reindex",
                    folder.resolve("own.jsonl").toString(),
                    "--source",
                    "first,second",
                    "--sources",
                    folder.toString()),
                Stream.of(more))
            .toArray(String[]::new);
    return run(all);
  }

  /// The number in a row of a table.
  public static String cells(String out, String row) {
    return out.lines()
        .filter(line -> line.startsWith(row + " "))
        .reduce((one, two) -> two)
        .orElse("none")
        .replaceAll("\\s+", " ");
  }
}
