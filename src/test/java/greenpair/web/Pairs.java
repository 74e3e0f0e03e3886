package greenpair.web;

import greenpair.registry.review.OpenReview;
import greenpair.registry.review.Review;
import greenpair.registry.review.ReviewFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Uncertain pairs of made-up firms, as a reindex leaves them in the data folder.
public final class Pairs {
  private Pairs() {}

  /// Leaves a pair for each two names.
  ///
  /// @return the ids of the pairs
  public static List<String> asked(Path data, String... names) throws IOException {
    List<OpenReview> all = new ArrayList<>();
    for (int at = 0; at + 1 < names.length; at += 2) {
      all.add(
          new OpenReview(
              "firm one/f" + at,
              "firm two/f" + at,
              12.5 - at,
              Map.of("name", 14.5, "website", -2.0),
              record(names[at], "https://example.org/a"),
              record(names[at + 1], "https://example.org/b")));
    }
    new ReviewFiles(data).ask(all);
    return all.stream().map(each -> Review.pair(each.one(), each.two())).toList();
  }

  private static Map<String, Object> record(String name, String website) {
    return Map.of(
        "name",
        Map.of("en", name),
        "website",
        website,
        "founded",
        1999,
        "headquarters",
        Map.of("city", Map.of("en", "Oakland", "zh", "奥克兰"), "country", "US"),
        "contact_persons",
        List.of(Map.of("name", Map.of("en", "Secret Person"))),
        "provenance",
        List.of(Map.of("source", "https://example.org/register", "verified", false)));
  }
}
