package greenpair.catalog.taxonomy;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.Text;
import greenpair.catalog.value.InvalidException;
import greenpair.catalog.value.Word;
import org.jspecify.annotations.Nullable;

/// The tree of technologies and finance terms. The constructor checks that codes are unique, that
/// parents exist and that there is no cycle.
public final class Taxonomy {
  private final Map<Code, Concept> concepts = new LinkedHashMap<>();
  private final Map<Code, Set<Code>> children = new HashMap<>();
  private final Map<Code, Map<Code, Relation>> relations = new HashMap<>();
  private final Set<String> words = new TreeSet<>();

  /// Countries of whose regions ISO 3166-2 has one level only, so that `regions.csv` lists all.
  private static final Set<String> LISTED = Set.of("AT-", "AU-", "CA-", "CH-", "CN-", "DE-", "US-");

  private final Map<String, Text> regions;

  public Taxonomy(Collection<Concept> concepts) {
    this(concepts, Map.of());
  }

  /// @param regions names of regions by their codes of ISO 3166-2
  public Taxonomy(Collection<Concept> concepts, Map<String, Text> regions) {
    this.regions = Map.copyOf(regions);
    for (Concept concept : concepts) {
      if (this.concepts.put(concept.code(), concept) != null) {
        throw new IllegalArgumentException("taxonomy: code " + concept.code() + " is listed twice");
      }
      words.add(concept.code().value());
    }
    for (Concept concept : concepts) {
      Code parent = concept.parent();
      if (parent != null) {
        if (!this.concepts.containsKey(parent)) {
          throw new IllegalArgumentException(
              "taxonomy: parent " + parent + " of " + concept.code() + " does not exist");
        }
        children.computeIfAbsent(parent, key -> new TreeSet<>()).add(concept.code());
        checkNoCycle(concept.code());
      }
    }
    this.concepts.keySet().forEach(this::relate);
  }

  private void checkNoCycle(Code code) {
    Set<Code> seen = new HashSet<>();
    for (Code at = code; at != null; at = parent(at)) {
      if (!seen.add(at)) {
        throw new InvalidException("own_ancestor", "code", code);
      }
    }
  }

  /// The regions of the country of one that does not exist, which would match nothing; empty for
  /// one that does, or may.
  public List<String> insteadOf(String region) {
    String country = region.length() > 2 ? region.substring(0, 3) : "";
    return regions.containsKey(region) || !LISTED.contains(country)
        ? List.of()
        : regions.keySet().stream().filter(each -> each.startsWith(country)).toList();
  }

  /// The name of a region by its code of ISO 3166-2; empty if it is not listed.
  public Optional<Text> region(String code) {
    return Optional.ofNullable(regions.get(code));
  }

  /// All concepts in the order of the file.
  public Collection<Concept> concepts() {
    return Collections.unmodifiableCollection(concepts.values());
  }

  /// The concepts that no other is above, in the order of the file.
  public List<Concept> roots() {
    return concepts.values().stream().filter(each -> each.parent() == null).toList();
  }

  /// The sectors in the order of the file; finance is none.
  public List<Concept> sectors() {
    return roots().stream().filter(each -> !each.code().isFinance()).toList();
  }

  /// A root and all below it, in the order of the file.
  public List<Concept> tree(Code root) {
    return concepts.values().stream()
        .filter(each -> each.code().root().equals(root.value()))
        .toList();
  }

  public Optional<Concept> concept(Code code) {
    return Optional.ofNullable(concepts.get(code));
  }

  public Text label(Code code) {
    Concept concept = concepts.get(code);
    if (concept == null) {
      throw new IllegalArgumentException("no code " + code);
    }
    return concept.label();
  }

  public @Nullable Code parent(Code code) {
    Concept concept = concepts.get(code);
    return concept == null ? null : concept.parent();
  }

  public Set<Code> children(Code code) {
    return children.getOrDefault(code, Set.of());
  }

  /// The codes from the parent up to the root, nearest first.
  public List<Code> ancestors(Code code) {
    List<Code> up = new java.util.ArrayList<>();
    for (Code at = parent(code); at != null; at = parent(at)) {
      up.add(at);
    }
    return up;
  }

  /// Relation of the other code to this one.
  public Relation relate(Code wanted, Code offered) {
    if (wanted.equals(offered)) {
      return Relation.SAME;
    }
    Map<Code, Relation> relatives = relations.get(wanted);
    return relatives == null ? Relation.NONE : relatives.getOrDefault(offered, Relation.NONE);
  }

  /// Whether any offered code is a wanted one or below it.
  public boolean isAnyWithin(Collection<Code> offered, Collection<Code> wanted) {
    return wanted.stream()
        .anyMatch(want -> offered.stream().anyMatch(code -> relate(want, code).isWithin()));
  }

  /// The relations of other codes to a wanted code, without the code itself.
  public Map<Code, Relation> relatives(Code wanted) {
    return Collections.unmodifiableMap(relations.getOrDefault(wanted, Map.of()));
  }

  /// Precomputed for each code, because ranking looks up thousands of pairs for one answer.
  private void relate(Code code) {
    Map<Code, Relation> relatives = relations.computeIfAbsent(code, key -> new HashMap<>());
    Code parent = parent(code);
    if (parent != null && parent(parent) != null) {
      children(parent).stream()
          .filter(sibling -> !sibling.equals(code))
          .forEach(sibling -> relatives.put(sibling, Relation.SIBLING));
    }
    for (Code above : ancestors(code)) {
      relatives.put(above, Relation.ABOVE);
      relations.computeIfAbsent(above, key -> new HashMap<>()).put(code, Relation.BELOW);
    }
  }

  /// All codes as words.
  public Collection<String> words() {
    return words;
  }

  /// Relation of an offered code to a wanted one in the tree.
  public enum Relation implements Word {
    SAME,
    /// The offered code is below the wanted one.
    BELOW,
    /// The offered code is a more general one.
    ABOVE,
    /// Both have the same parent, which is not a root: roots are too wide to relate their children.
    SIBLING,
    NONE;

    /// All that have anything to do with each other.
    public static final List<Relation> RELATED = List.of(SAME, BELOW, ABOVE, SIBLING);

    /// Whether the offered code is the wanted one or below it.
    public boolean isWithin() {
      return this == SAME || this == BELOW;
    }
  }
}
