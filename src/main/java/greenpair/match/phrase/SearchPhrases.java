package greenpair.match.phrase;

import greenpair.catalog.Kind;
import greenpair.index.contract.Facet;
import java.util.Set;
import java.util.TreeSet;

/// Phrases of search, see the package of that name.
final class SearchPhrases {
  static final Set<String> KEYS = keys();

  private SearchPhrases() {}

  private static Set<String> keys() {
    Set<String> keys = new TreeSet<>();
    for (String part :
        Set.of("concepts", "labels", "words", "name", "place", "state", "similar", "filter")) {
      keys.add("signal.search_" + part);
    }
    for (String sentence : Set.of("match", "none", "other", "unmatched", "nearest", "no_vectors")) {
      keys.add("search." + sentence);
    }
    for (String why :
        Set.of(
            "concept",
            "similar",
            "exact",
            "guessed",
            "related",
            "mentioned",
            "cases",
            "name",
            "asked",
            "words",
            "rendered",
            "all")) {
      keys.add("why." + why);
    }
    keys.add("facet.kind");
    keys.add("facet.unknown");
    keys.add("facet.climate.class");
    keys.add("facet.market.world");
    keys.add("facet.market.oda");
    keys.add("facet.market.region");
    for (Kind kind : Kind.SEARCHED) {
      keys.add("facet.kind." + kind.word());
    }
    for (Facet facet : Facet.values()) {
      keys.add("facet." + facet.word());
      facet.spoken().forEach(value -> keys.add("facet." + facet.word() + "." + value));
    }
    return keys;
  }

  static Set<String> slots(String key) {
    return switch (key) {
      case "search.match" -> Set.of("count");
      case "search.other", "search.unmatched" -> Set.of("words");
      case "facet.climate.class" -> Set.of("code");
      case "facet.market.region" -> Set.of("code", "country");
      case "search.nearest" -> Set.of("technologies");
      case "why.exact" -> Set.of("label");
      case "why.concept", "why.guessed", "why.related", "why.mentioned" ->
          Set.of("label", "written");
      case "why.rendered" -> Set.of("said", "written");
      default -> Set.of();
    };
  }
}
