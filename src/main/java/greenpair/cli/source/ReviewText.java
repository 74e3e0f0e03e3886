package greenpair.cli.source;

import greenpair.catalog.Language;
import greenpair.message.Message;
import greenpair.registry.review.ReviewFiles.OpenReview;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A pair for display: both entries, and the evidence for and against a match.
record ReviewText(OpenReview pair, Language language) {
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(pair.id()).append('\n');
    text.append("  ").append(entry(pair.one(), pair.first())).append('\n');
    text.append("  ").append(entry(pair.two(), pair.second())).append('\n');
    List<String> facts = new ArrayList<>();
    pair.evidence()
        .forEach(
            (fact, bits) ->
                facts.add(
                    Message.of("review.fact", "word", fact).in(language)
                        + String.format(Locale.ROOT, " %+.1f", bits)));
    Message bits =
        Message.of(
            "review.bits", "bits", String.format(Locale.ROOT, "%.1f", pair.bits()), "facts", facts);
    text.append("  ").append(bits.in(language)).append('\n');
    return text.toString();
  }

  private String entry(String key, Map<String, Object> entry) {
    List<String> parts = new ArrayList<>();
    parts.add(name(entry.get("name")));
    if (entry.get("aliases") instanceof List<?> aliases) {
      parts.add(
          Message.of("review.also", "names", aliases.stream().limit(3).toList()).in(language));
    }
    if (entry.get("headquarters") instanceof Map<?, ?> seat) {
      Object country = seat.get("country");
      parts.add((name(seat.get("city")) + " " + (country == null ? "" : country)).strip());
    }
    if (entry.get("website") != null) {
      parts.add(String.valueOf(entry.get("website")));
    }
    parts.removeIf(String::isBlank);
    return String.join("; ", parts) + "  [" + key + "]";
  }

  private static String name(@Nullable Object text) {
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
