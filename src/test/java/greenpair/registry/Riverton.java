package greenpair.registry;

import module java.base;

/// A city in a catalog.
public final class Riverton {
  /// A line of a catalog.
  public static final String CITY =
      "{\"kind\":\"city\",\"id\":\"xx-riverton\",\"name\":{\"en\":\"Riverton\"},\"country\":\"US\","
          + "\"provenance\":[{\"source\":\"x\",\"verified\":true}]}\n";

  /// Writes a catalog as it was before.
  public static Path before(Path folder) throws IOException {
    Path file = Files.createDirectories(folder).resolve("a.jsonl");
    Files.writeString(file, CITY.replace("Riverton", "Old Riverton"));
    return file;
  }
}
