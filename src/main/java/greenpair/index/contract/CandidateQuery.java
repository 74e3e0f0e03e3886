package greenpair.index.contract;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.Kind;
import org.jspecify.annotations.Nullable;

/// The query of the first stage.
///
/// @param technologies wanted codes with weights in (0, 1]; the tree is already expanded into them
/// @param text words in any language, may be empty
/// @param city the city to favour, null for none
/// @param depth how many candidates at most; fixed by configuration, never by a page size
public record CandidateQuery(
    Kind kind, Map<Code, Double> technologies, String text, @Nullable CityTraits city, int depth) {
  public CandidateQuery {
    // Sorted, so that sums do not depend on the iteration order of a map.
    technologies = Collections.unmodifiableMap(new TreeMap<>(technologies));
    if (depth < 1) {
      throw new IllegalArgumentException("depth must be at least 1, but was " + depth);
    }
  }

  /// The query for deployments of any of some technologies.
  public static CandidateQuery ofDeployments(
      Collection<Code> technologies, CityTraits city, int depth) {
    Map<Code, Double> whole = new TreeMap<>();
    technologies.forEach(code -> whole.put(code, 1.0));
    return new CandidateQuery(Kind.DEPLOYMENT, whole, "", city, depth);
  }
}
