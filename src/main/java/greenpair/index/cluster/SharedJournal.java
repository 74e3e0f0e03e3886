package greenpair.index.cluster;

import greenpair.index.SharedException;
import greenpair.index.SharedGenerations.Condition;
import greenpair.index.generation.Publication;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The journal of publications in the shared store: who published what, when and why. A line is
/// written before the alias changes and names its predecessor, so the lines that took effect form a
/// chain back from the alias; a line of an interrupted publication is not part of it.
final class SharedJournal {
  private static final int MOST = 10_000;

  private final Connection connection;
  private final String index;

  SharedJournal(Connection connection, String name) {
    this.connection = connection;
    this.index = IndexSet.journal(name);
  }

  /// A line.
  ///
  /// @param base id of what was published before; null for nothing
  record Line(
      long number,
      String at,
      String act,
      String id,
      String by,
      String reason,
      @Nullable String base) {
    Publication publication() {
      return new Publication(
          Instant.parse(at), Publication.Act.valueOf(act.toUpperCase(Locale.ROOT)), id, by, reason);
    }
  }

  /// For a journal that an earlier version created.
  private void copyAtOnce() {
    try {
      connection.ask("PUT", "/" + index + "/_settings", Mappings.COPIED_AT_ONCE);
    } catch (SharedException _) {
      // A refusal delays the copy and nothing else.
    }
  }

  /// Appends a line.
  ///
  /// @throws SharedException if another publication writes at the same time
  void add(Publication publication, @Nullable String base) {
    if (!connection.create("/" + index, Mappings.journal())) {
      copyAtOnce();
    }
    long last = all().stream().mapToLong(Line::number).max().orElse(0);
    Line line =
        new Line(
            last + 1,
            publication.at().toString(),
            publication.act().name().toLowerCase(Locale.ROOT),
            publication.id(),
            publication.by(),
            publication.reason(),
            base);
    Connection.Answer written =
        connection.ask("PUT", "/" + index + "/_create/" + line.number + "?refresh=true", line);
    // A request whose answer was lost is sent again and finds its own line.
    if (!written.isGood() && !all().contains(line)) {
      throw new SharedException(
          Condition.FOLLOWING,
          "generation "
              + publication.id()
              + " was not published: another one is being published at the same time; run again");
    }
  }

  /// The lines that took effect, the newest first.
  ///
  /// @param published what the alias names; null for nothing
  List<Line> chain(@Nullable String published) {
    List<Line> chain = new ArrayList<>();
    String wanted = published;
    for (Line each : all().reversed()) {
      if (each.id.equals(wanted)) {
        chain.add(each);
        wanted = each.base;
      }
    }
    return chain;
  }

  private List<Line> all() {
    Map<String, Object> everything = Map.of("size", MOST, "sort", List.of(Map.of("number", "asc")));
    Connection.Answer answer =
        connection.ask(
            "POST", "/" + index + "/_search?allow_partial_search_results=false", everything);
    if (answer.status() == 404) {
      return List.of();
    }
    if (!answer.isGood()) {
      throw new SharedException(
          Condition.DAMAGED, "the cluster cannot read the index " + index + ": " + answer.reason());
    }
    List<Line> lines = new ArrayList<>();
    for (JsonNode hit : answer.body().path("hits").path("hits")) {
      lines.add(Connection.JSON.treeToValue(hit.path("_source"), Line.class));
    }
    return lines;
  }

  /// The line that published a generation; empty if there is none.
  Optional<Line> of(String id, @Nullable String published) {
    return chain(published).stream().filter(each -> each.id.equals(id)).findFirst();
  }
}
