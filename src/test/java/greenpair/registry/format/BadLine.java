package greenpair.registry.format;

import greenpair.catalog.Kind;
import java.util.List;
import java.util.stream.Stream;

/// A line that a reader must refuse.
///
/// @param words words of the strict reader's message
/// @param schemaKnows false where the rule compares two fields or needs the taxonomy, which a
///     schema cannot
record BadLine(String line, String words, boolean schemaKnows) {
  static final String SOURCE = "\"provenance\":[{\"source\":\"memory\",\"verified\":false}]";
  static final String NAME = "\"name\":{\"en\":\"X\"}";

  static final List<BadLine> ALL =
      Stream.of(BadEntryLines.ALL, BadPlaceLines.ALL, BadPartnerLines.ALL, BadProofLines.ALL)
          .flatMap(List::stream)
          .toList();

  static BadLine raw(String line, String words) {
    return raw(line, words, true);
  }

  static BadLine raw(String line, String words, boolean schemaKnows) {
    return new BadLine(line, words, schemaKnows);
  }

  static BadLine bad(Kind kind, String fields, String words) {
    return bad(kind, fields, words, true);
  }

  static BadLine bad(Kind kind, String fields, String words, boolean schemaKnows) {
    return new BadLine(Lines.with(kind, fields), words, schemaKnows);
  }

  static BadLine preferences(String fields, String words) {
    return preferences(fields, words, true);
  }

  static BadLine preferences(String fields, String words, boolean schemaKnows) {
    String line = "{\"kind\":\"firm\",\"id\":\"x\"," + NAME + ",\"provenance\":";
    String source = "[{\"source\":\"letter\",\"verified\":true,\"fields\":[\"preferences\"]}]";
    return new BadLine(line + source + ",\"preferences\":{" + fields + "}}", words, schemaKnows);
  }

  static BadLine participants(String value, String words, boolean schemaKnows) {
    String line =
        "{\"kind\":\"programme\",\"id\":\"x\"," + NAME + "," + SOURCE + ",\"participants\":";
    return new BadLine(line + value + "}", words, schemaKnows);
  }

  static BadLine provenance(String value, String words) {
    return raw("{\"kind\":\"firm\",\"id\":\"x\"," + NAME + ",\"provenance\":" + value + "}", words);
  }

  @Override
  public String toString() {
    return words;
  }
}
