package greenpair.match.phrase;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Phrases of the report that precedes publication; see the package `reindex`.
final class PublishPhrases {
  static final Set<String> KEYS =
      Stream.of(
              "first",
              "unasked",
              "sampled",
              "empty",
              "shrunk",
              "missing",
              "dropped",
              "judged",
              "no_judgements",
              "set.search",
              "set.recommendations",
              "language.en",
              "language.zh",
              "entered",
              "left",
              "moved",
              "cause.new",
              "cause.changed",
              "cause.retired",
              "cause.others",
              "cause.none")
          .map(key -> "publish." + key)
          .collect(Collectors.toUnmodifiableSet());

  private PublishPhrases() {}

  static Set<String> slots(String key) {
    return switch (key) {
      case "publish.unasked" -> Set.of("reason");
      case "publish.sampled" -> Set.of("count", "all");
      case "publish.empty" -> Set.of("count");
      case "publish.shrunk" -> Set.of("source", "kind", "from", "to", "share");
      case "publish.missing", "publish.dropped" -> Set.of("source", "count");
      case "publish.judged" -> Set.of("set", "language", "from", "to", "margin");
      case "publish.entered", "publish.left", "publish.moved" ->
          Set.of("entry", "need", "from", "to", "cause");
      case "publish.cause.none" -> Set.of();
      default -> key.startsWith("publish.cause.") ? Set.of("record") : Set.of();
    };
  }
}
