package greenpair.search.read;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.concept.PlainWords;
import greenpair.search.settings.ConceptProbability;
import greenpair.search.settings.SearchSettings;

/// Guesses concepts of a query that names no term, and weights the concepts of a query.
record ConceptGuesser(Taxonomy taxonomy, Supplier<PlainWords> plain, SearchSettings settings) {
  private static final Pattern CLAUSES = Pattern.compile("[,.;:!?()\\n，。；：！？（）、]+");

  private static final int MOST_WITHOUT = 3;
  private static final int MOST_IN_PASSAGE = 8;

  /// @param read what of the query says no condition
  /// @param words what of that names no concept
  /// @param named what the query names
  /// @param isNaming whether the query names entries, beside which only a sure guess counts
  List<Interpretation.Named> of(
      String text,
      String read,
      String words,
      List<Interpretation.Named> named,
      List<Interpretation.Named> excluded,
      BooleanSupplier isNaming) {
    Set<Code> taken = new HashSet<>();
    excluded.forEach(each -> taken.addAll(each.codes()));
    for (Interpretation.Named each : named) {
      taken.addAll(each.codes());
      each.codes().forEach(code -> taken.addAll(taxonomy.ancestors(code)));
    }
    List<Interpretation.Named> guesses = new ArrayList<>();
    if (Passages.isPassage(text)) {
      boolean isNamed = isNaming.getAsBoolean();
      for (String clause : CLAUSES.splitAsStream(text).toList()) {
        if (guesses.size() < MOST_IN_PASSAGE) {
          guess(clause, clause, clause, 1, taken, () -> isNamed, guesses);
        }
      }
    } else if (!text.isBlank()) {
      guess(text, read, words, named.isEmpty() ? MOST_WITHOUT : 1, taken, isNaming, guesses);
    }
    return guesses;
  }

  private void guess(
      String text,
      String read,
      String unread,
      int most,
      Set<Code> taken,
      BooleanSupplier isNaming,
      List<Interpretation.Named> guesses) {
    ConceptProbability guessing = settings.guessing();
    // One shared word of a few, or beside a technology, may have another sense.
    int least = most > 1 && Passages.isSentence(text) ? 1 : 2;
    Map<Code, Double> near = plain.get().read(read, unread, least, guessing::guess, most);
    if (!near.isEmpty() && isNaming.getAsBoolean()) {
      near.values().removeIf(probability -> probability < guessing.sure());
    }
    double best = near.values().stream().mapToDouble(value -> value).max().orElse(1);
    for (Map.Entry<Code, Double> each : near.entrySet()) {
      // The second guess is much less likely than the first, even where both come near.
      double likely = odds(each.getValue()) / odds(best);
      double weight = settings.guessed() * likely * Math.min(1, each.getValue() / guessing.sure());
      if (taken.add(each.getKey())) {
        guesses.add(
            new Interpretation.Named(
                text.strip(), Set.of(each.getKey()), weight, Interpretation.Reading.GUESSED));
      }
    }
  }

  private static double odds(double probability) {
    return probability / (1 - probability);
  }

  /// Concepts that are above another named one, and whole sectors if there is any other concept,
  /// count less: a query for heat pumps for homes does not ask for everything about buildings.
  List<Interpretation.Named> weighed(List<Interpretation.Named> all) {
    Set<Code> above = new HashSet<>();
    boolean isExact = false;
    for (Interpretation.Named each : all) {
      for (Code code : isGuess(each) ? Set.<Code>of() : each.codes()) {
        above.addAll(taxonomy.ancestors(code));
        isExact |= taxonomy.parent(code) != null;
      }
    }
    List<Interpretation.Named> weighed = new ArrayList<>();
    for (Interpretation.Named each : all) {
      boolean isSector = each.codes().stream().allMatch(code -> taxonomy.parent(code) == null);
      boolean isGeneral =
          !isGuess(each) && (above.containsAll(each.codes()) || (isSector && isExact));
      weighed.add(isGeneral ? each.times(settings.general()) : each);
    }
    return weighed;
  }

  private static boolean isGuess(Interpretation.Named each) {
    return each.reading() == Interpretation.Reading.GUESSED;
  }
}
