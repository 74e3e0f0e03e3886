package greenpair.search.query;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.Kind;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.index.analysis.Strengths;
import greenpair.search.read.Interpretation;
import greenpair.search.read.Passages;
import greenpair.search.settings.SearchSettings;

/// From named concepts to the query of the index: each code with those around it in the tree.
public record ConceptExpander(Taxonomy taxonomy, SearchSettings settings, Strengths strengths) {
  /// Returns the codes wanted of entries of one kind, with their weights.
  ///
  /// @param kind technologies count less for kinds that do not offer them themselves
  public List<SearchQuery.Wish> of(Interpretation understanding, Kind kind, Rarity rarity) {
    List<SearchQuery.Wish> wishes = new ArrayList<>();
    boolean isTold = understanding.isProblem() || Passages.isPassage(understanding.text());
    for (Interpretation.Named named : understanding.named()) {
      double rare = rarity.of(named.codes());
      if (rare == 0) {
        continue;
      }
      Map<Code, Double> wanted = new HashMap<>();
      Map<Code, Double> fits = new HashMap<>();
      for (Code code : named.codes()) {
        double share = named.codes().size() == 1 ? 1 : settings.ambiguous();
        double offered =
            code.isFinance() || understanding.asked().contains(kind) ? 1 : settings.kind(kind);
        wanted.put(code, share * offered);
        around(code).forEach((other, fit) -> fits.merge(other, share * offered * fit, Math::max));
      }
      if (fits.keySet().removeAll(understanding.barred())) {
        wanted.clear();
      }
      if (!fits.isEmpty()) {
        boolean isNeeded = named.isNamed() && named.weight() > settings.general();
        wishes.add(new SearchQuery.Wish(wanted, fits, named.weight() * rare, isNeeded && !isTold));
      }
    }
    return wishes;
  }

  /// How much of its score an entry of the kind keeps.
  ///
  /// @param concepts those that entries have
  public double share(Interpretation understanding, Kind kind, List<SearchQuery.Wish> concepts) {
    if (understanding.asked().isEmpty()) {
      boolean isBesides = kind != Kind.SOLUTION && !concepts.isEmpty();
      return isBesides && understanding.isProblem() ? settings.besides() : 1;
    }
    return understanding.asked().contains(kind) ? 1 : settings.unasked();
  }

  /// The labels of the concepts in both languages: these words count alike whichever language the
  /// query is in.
  public String labels(Interpretation understanding, Rarity rarity) {
    StringBuilder labels = new StringBuilder();
    for (Interpretation.Named named : understanding.named()) {
      if (rarity.of(named.codes()) == 0) {
        continue;
      }
      for (Code code : named.codes()) {
        taxonomy.label(code).all().forEach(label -> labels.append(label).append('\n'));
      }
    }
    return labels.toString();
  }

  private Map<Code, Double> around(Code code) {
    Map<Code, Double> fits = new HashMap<>();
    fits.put(code, strengths.relation(Taxonomy.Relation.SAME));
    taxonomy
        .relatives(code)
        .forEach((other, relation) -> fits.put(other, strengths.relation(relation)));
    fits.values().removeIf(fit -> fit <= 0);
    return fits;
  }
}
