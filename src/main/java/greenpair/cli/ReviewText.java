package greenpair.cli;

import greenpair.registry.OpenReview;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A pair in doubt as a person reads it: both entries and what speaks for and against.
final class ReviewText {
  private final OpenReview pair;

  ReviewText(OpenReview pair) {
    this.pair = pair;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(pair.id()).append('\n');
    text.append("  ").append(entry(pair.one(), pair.first())).append('\n');
    text.append("  ").append(entry(pair.two(), pair.second())).append('\n');
    List<String> facts = new ArrayList<>();
    pair.evidence()
        .forEach((fact, bits) -> facts.add(String.format(Locale.ROOT, "%s %+.1f", fact, bits)));
    text.append(String.format(Locale.ROOT, "  %.1f bits: ", pair.bits()))
        .append(String.join(", ", facts))
        .append('\n');
    return text.toString();
  }

  private static String entry(String key, Map<String, Object> entry) {
    List<String> parts = new ArrayList<>();
    parts.add(name(entry.get("name")));
    if (entry.get("aliases") instanceof List<?> aliases) {
      parts.add(
          "also " + String.join(", ", aliases.stream().map(String::valueOf).limit(3).toList()));
    }
    if (entry.get("headquarters") instanceof Map<?, ?> seat) {
      parts.add((name(seat.get("city")) + " " + seat.get("country")).strip());
    }
    if (entry.get("website") != null) {
      parts.add(String.valueOf(entry.get("website")));
    }
    parts.removeIf(String::isBlank);
    return String.join("; ", parts) + "  [" + key + "]";
  }

  private static String name(@org.jspecify.annotations.Nullable Object text) {
    if (!(text instanceof Map<?, ?> map)) {
      return "";
    }
    List<String> names = new ArrayList<>();
    for (String language : List.of("en", "zh")) {
      if (map.get(language) != null) {
        names.add(String.valueOf(map.get(language)));
      }
    }
    return String.join(" / ", names);
  }
}
