package greenpair.search.query;

import module java.base;

import greenpair.catalog.Kind;
import greenpair.index.contract.Clause;
import greenpair.index.contract.Dollars;
import greenpair.index.contract.IndexFields;
import greenpair.index.contract.SearchWord;
import greenpair.search.read.Conditions;
import greenpair.search.read.QueryAmounts;

/// What every hit of a query must match, and what none may.
final class FilterClauses {
  private FilterClauses() {}

  /// A case is a hit only in a state, from years and of a size that are named, any entry only with
  /// the words in quotes and within a distance.
  static List<Clause> required(SearchQuery query) {
    List<Clause> required = new ArrayList<>();
    if (query.selection().provenIn() != null) {
      required.add(new Clause.Filter(IndexFields.PROVEN, query.selection().provenIn()));
    }
    if (query.selection().within() != null) {
      required.add(PlaceClauses.within(query.selection().within(), query.kind()));
    }
    if (Conditions.MEASURED.contains(query.kind()) && !query.selection().years().isAny()) {
      required.add(
          new Clause.Filter(
              IndexFields.FACET, query.selection().years().terms(IndexFields::yearTerm)));
    }
    if (Conditions.DUE.contains(query.kind()) && !query.conditions().due().isAny()) {
      required.add(due(query));
    }
    Set<String> states = query.conditions().states();
    if (query.kind() == Kind.DEPLOYMENT ? !states.isEmpty() : isOpenNeed(query.kind(), states)) {
      required.add(states(query));
    }
    if (query.kind() == Kind.DEPLOYMENT) {
      required.addAll(money(query, /* isBound= */ true));
    }
    required.addAll(query.sizes());
    query.words().quoted().forEach(ids -> required.add(new Clause.Filter(IndexFields.ID, ids)));
    return required;
  }

  /// @param isBound whether only bounds count, not "a loan of 10 million"
  static List<Clause> money(SearchQuery query, boolean isBound) {
    return query.conditions().money().stream()
        .filter(each -> each.isBound() || !isBound)
        .map(QueryAmounts.Amount::dollars)
        .filter(Objects::nonNull)
        .map(Dollars::clause)
        .toList();
  }

  static Clause due(SearchQuery query) {
    return new Clause.Filter(
        IndexFields.FACET, query.conditions().due().terms(IndexFields::dueTerm));
  }

  private static Clause word(SearchWord word) {
    return new Clause.Word(IndexFields.WORDS, word.term());
  }

  private static boolean isOpenNeed(Kind kind, Set<String> states) {
    return kind == Kind.NEED && states.contains("open");
  }

  static Clause states(SearchQuery query) {
    return new Clause.Filter(
        IndexFields.FACET,
        query.conditions().states().stream()
            .map(IndexFields::stateTerm)
            .collect(Collectors.toSet()));
  }

  static List<Clause> excluded(SearchQuery query) {
    List<Clause> excluded = new ArrayList<>();
    query
        .excluded()
        .forEach(code -> excluded.add(Clause.Filter.of(IndexFields.MAIN, code.value())));
    Conditions.Names unwanted = query.conditions().unwanted();
    if (!unwanted.keys().isEmpty()) {
      excluded.add(new Clause.Names(unwanted.keys()));
    }
    if (query.kind() == Kind.DEPLOYMENT && !unwanted.partners().isEmpty()) {
      excluded.add(new Clause.Filter(IndexFields.PARTNER, unwanted.partners()));
    }
    Set<String> outside = query.conditions().outside();
    if (!outside.isEmpty()) {
      excluded.add(
          new Clause.Filter(
              IndexFields.FACET,
              outside.stream().map(IndexFields::seatTerm).collect(Collectors.toSet())));
    }
    if (!query.words().away().isEmpty()) {
      excluded.add(PlaceClauses.away(query.words().away(), query.kind()));
    }
    for (List<SearchWord> words : query.words().without()) {
      if (!words.isEmpty()) {
        excluded.add(new Clause.All(words.stream().map(FilterClauses::word).toList()));
      }
    }
    return excluded;
  }
}
