package greenpair.web.reviews;

import greenpair.pages.program.ReviewPair;
import greenpair.pages.program.ReviewPair.Match;
import greenpair.registry.review.OpenReview;
import greenpair.registry.review.Review;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Puts the fields of two records beside each other. Only fields that identify an organisation are
/// shown, so nothing restricted is visible.
final class SideBySide {
  private static final List<String> FIELDS =
      List.of(
          "name",
          "aliases",
          "identifiers",
          "headquarters",
          "website",
          "founded",
          "role",
          "type",
          "status",
          "technologies",
          "description");

  private SideBySide() {}

  /// @param answer null while the pair is open
  static ReviewPair of(OpenReview pair, @Nullable Review answer) {
    List<ReviewPair.Field> fields = new ArrayList<>();
    for (String name : FIELDS) {
      List<String> one = values(pair.first().get(name));
      List<String> two = values(pair.second().get(name));
      if (!one.isEmpty() || !two.isEmpty()) {
        fields.add(
            new ReviewPair.Field(
                name, String.join("; ", one), String.join("; ", two), match(one, two)));
      }
    }
    return new ReviewPair(
        Review.pair(pair.one(), pair.two()),
        side(pair.one(), pair.first()),
        side(pair.two(), pair.second()),
        pair.bits(),
        pair.evidence().entrySet().stream()
            .map(each -> new ReviewPair.Fact(each.getKey(), each.getValue()))
            .toList(),
        fields,
        answer == null ? null : new ReviewPair.Decision(answer.same(), answer.answered()));
  }

  /// An answered pair whose records are no longer in the last run.
  static OpenReview bare(Review answer) {
    return new OpenReview(answer.one(), answer.two(), 0, Map.of(), Map.of(), Map.of());
  }

  /// @param key kind, source and id, such as `firm gbfs/lime`
  private static ReviewPair.Side side(String key, Map<String, Object> fields) {
    int space = key.indexOf(' ');
    String name = String.join(" / ", values(fields.get("name")));
    String source = key.substring(space + 1);
    return new ReviewPair.Side(
        name.isEmpty() ? source : name,
        key.substring(0, Math.max(0, space)),
        source,
        sources(fields.get("provenance")));
  }

  private static List<ReviewPair.Source> sources(@Nullable Object provenance) {
    return provenance instanceof List<?> all
        ? all.stream()
            .filter(Map.class::isInstance)
            .map(each -> (Map<?, ?>) each)
            .map(
                each ->
                    new ReviewPair.Source(
                        String.valueOf(each.get("source")),
                        Boolean.TRUE.equals(each.get("verified"))))
            .distinct()
            .toList()
        : List.of();
  }

  /// The values of a field as texts: of a list each element, of a text in two languages both.
  private static List<String> values(@Nullable Object value) {
    return switch (value) {
      case null -> List.of();
      case List<?> list -> list.stream().flatMap(each -> values(each).stream()).toList();
      case Map<?, ?> map when isText(map) -> texts(map);
      case Map<?, ?> map ->
          List.of(
              map.values().stream()
                  .flatMap(each -> values(each).stream())
                  .collect(Collectors.joining(", ")));
      default -> List.of(value.toString());
    };
  }

  private static boolean isText(Map<?, ?> map) {
    return Set.of("en", "zh").containsAll(map.keySet());
  }

  private static List<String> texts(Map<?, ?> map) {
    return List.of("en", "zh").stream()
        .flatMap(language -> Optional.ofNullable(map.get(language)).stream())
        .map(Objects::toString)
        .distinct()
        .toList();
  }

  private static Match match(List<String> one, List<String> two) {
    if (one.isEmpty() || two.isEmpty()) {
      return Match.UNKNOWN;
    }
    Set<String> words = plain(one);
    return plain(two).stream().anyMatch(words::contains) ? Match.AGREES : Match.DIFFERS;
  }

  private static Set<String> plain(List<String> values) {
    return values.stream()
        .map(each -> each.strip().toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }
}
