package greenpair.reindex;

import module java.base;

import greenpair.SmallConfiguration;
import greenpair.reindex.run.ReindexRequest;

/// A configuration folder with two registries of a few rows that share a firm, their files and a
/// catalog, for runs that take no time.
public record TinyRegistries(Path folder) {
  private static final String MAPPING =
      """
      source: https://example.org/NAME
      trust: 60
      verified: true
      files: NAME.csv
      record: "{ref}"
      values: {ref: Ref, name: Name, city: City}
      entries:
        - kind: city
          fields: {id: "xx-{city:squash}", name: {en: "{city}"}, country: US}
        - kind: firm
          fields:
            id: "{name:slug}"
            name: {en: "{name}"}
            technologies: [WST.ENE.LFG]
            headquarters: {city: {en: "{city}"}, country: US}
        - kind: deployment
          fields:
            id: "NAME-{ref}"
            name: {en: "Gas at {city}"}
            technologies: [WST.ENE.LFG]
            city: "xx-{city:squash}"
            firms: ["{name:slug}"]
            status: operating
            grade: B
      """;

  static final List<String> NAMES = List.of("first", "second");

  Path config() {
    return folder.resolve("config");
  }

  Path catalog() {
    return folder.resolve("own.jsonl");
  }

  /// Writes all files; with another number, one row and one line are others.
  TinyRegistries write(int number) throws IOException {
    if (!Files.exists(config())) {
      SmallConfiguration.copyTo(config());
      try (Stream<Path> sources = Files.list(config().resolve("sources"))) {
        for (Path each : sources.toList()) {
          Files.delete(each);
        }
      }
      for (String name : NAMES) {
        Files.writeString(
            config().resolve("sources/" + name + ".yaml"), MAPPING.replace("NAME", name));
      }
    }
    replace(
        folder.resolve("first.csv"),
        "Ref,Name,City\n1,Acme Biogas Inc.,Riverton\n2,Lloyds " + number + ",Riverton\n");
    replace(
        folder.resolve("second.csv"),
        "Ref,Name,City\na,ACME BIOGAS,Riverton\nb,Umbra Methane,Lakeside\n");
    replace(
        catalog(),
        "{\"kind\":\"firm\",\"id\":\"own\",\"name\":{\"en\":\"Own firm "
            + number
            + "\"},\"provenance\":[{\"source\":\"by hand\",\"verified\":true}]}\n");
    return this;
  }

  private static void replace(Path file, String text) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".next");
    Files.writeString(next, text);
    Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
  }

  ReindexRequest order() {
    return new ReindexRequest(
        List.of(catalog()),
        new ReindexRequest.Registries(NAMES, folder, folder),
        greenpair.registry.source.convert.Tolerance.ANY,
        1);
  }

  public static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.toList()) {
        Path target = to.resolve(from.relativize(each).toString());
        if (Files.isDirectory(each)) {
          Files.createDirectories(target);
        } else {
          Files.copy(each, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }
}
