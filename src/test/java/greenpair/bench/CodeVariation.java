package greenpair.bench;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.Entry;
import greenpair.catalog.taxonomy.Concept;
import greenpair.catalog.taxonomy.Taxonomy;

/// Codes near those of a fixture.
///
/// @param leaves technologies that have none below them
record CodeVariation(Taxonomy taxonomy, List<Code> leaves) {
  private static final double SAME_CODE = 0.65;
  private static final double NEAR_CODE = 0.85;

  static CodeVariation of(Taxonomy taxonomy) {
    return new CodeVariation(
        taxonomy,
        taxonomy.concepts().stream()
            .map(Concept::code)
            .filter(code -> taxonomy.children(code).isEmpty() && isTechnology(code))
            .toList());
  }

  private static boolean isTechnology(Code code) {
    return !code.root().equals("FIN") && !code.root().equals("FTY");
  }

  /// The codes of a fixture, most of them as they are, some moved to a sibling or anywhere.
  List<Code> of(Entry base, RandomGenerator random) {
    Set<Code> codes = new LinkedHashSet<>();
    for (Code code : base.technologies()) {
      double move = random.nextDouble();
      codes.add(
          move < SAME_CODE
              ? code
              : move < NEAR_CODE ? sibling(code, random) : Variation.any(leaves, random));
    }
    return List.copyOf(codes);
  }

  private Code sibling(Code code, RandomGenerator random) {
    Code parent = taxonomy.parent(code);
    return parent == null ? code : Variation.any(List.copyOf(taxonomy.children(parent)), random);
  }
}
