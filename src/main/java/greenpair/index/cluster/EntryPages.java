package greenpair.index.cluster;

import greenpair.index.SharedException;
import greenpair.index.SharedGenerations.Condition;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Reads the entries of an index set, page by page, each checked: all there, in their order, not
/// changed since they were written.
record EntryPages(Connection connection, IndexSet set) {
  /// A whole page.
  ///
  /// @throws SharedException if a document is missing or differs
  List<EntryDocument> page(SetContents.Page page) {
    JsonNode answer =
        connection.send(
            "POST",
            "/" + set.entries() + "/_search?allow_partial_search_results=false",
            Mappings.page(page));
    List<EntryDocument> lines = new ArrayList<>();
    for (JsonNode hit : answer.path("hits").path("hits")) {
      JsonNode source = hit.path("_source");
      lines.add(
          new EntryDocument(
              source.path("place").asLong(-1),
              source.path("kind").asString(""),
              source.path("id").asString(""),
              source.path("line").asString("")));
    }
    long total = answer.path("hits").path("total").path("value").asLong();
    if (total != page.count()
        || lines.size() != page.count()
        || EntryDocument.crc(lines) != page.crc()) {
      throw new SharedException(
          Condition.DAMAGED,
          ("the index %s of the cluster is not as it was written: of the %s entries from %s on, %s;"
                  + " publish a generation that is whole: greenpair rollback or greenpair reindex")
              .formatted(
                  set.entries(),
                  page.count(),
                  page.from(),
                  total == page.count() ? "some were changed" : total + " are there"));
    }
    return lines;
  }
}
