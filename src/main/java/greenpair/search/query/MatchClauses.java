package greenpair.search.query;

import module java.base;

import greenpair.catalog.Kind;
import greenpair.index.contract.Clause;
import greenpair.index.contract.EntryQuery;
import greenpair.index.contract.IndexFields;
import greenpair.index.contract.SearchWord;
import greenpair.index.contract.TranslatedWord;
import greenpair.search.settings.SearchSettings.Matching;
import greenpair.search.settings.SearchSettings.Part;

/// What a match has, unlike a hit that is only related to the query: each technology that the query
/// names and half as much of its other words, or most of the words, as they are written or
/// translated, or a technology that they describe. It is of a kind that is asked for and meets the
/// names, places, states and amounts. Of a problem that is told, and beside conditions, the
/// technologies or the names of partners are enough.
///
/// @param leniency what is enough because no entry has all
public record MatchClauses(ScoreParts parts, Leniency leniency) {
  /// What is enough for a match if no entry has all.
  public enum Leniency {
    /// All is needed.
    NONE,
    /// All technologies are enough, or half of the words.
    WORDS,
    /// One of the technologies is enough.
    ANY
  }

  private static final double MET = 0.5;

  /// @param clauses of the score
  List<EntryQuery.Needed> of(SearchQuery query, Map<Part, Clause> clauses) {
    if (query.isOpen()) {
      return List.of();
    }
    boolean isElsewhere = query.kind() == Kind.SOLUTION && !query.conditions().around().isEmpty();
    if (isElsewhere || !query.read().isAsked(query.kind())) {
      return List.of(new EntryQuery.Needed(List.of(), 1));
    }
    // Of a city, its target is asked for, which has no technology.
    if (query.kind() == Kind.CITY && !query.conditions().due().isAny()) {
      return List.of(new EntryQuery.Needed(List.of(FilterClauses.due(query)), MET));
    }
    Matching least = parts.settings().matching();
    List<EntryQuery.Needed> needed = new ArrayList<>();
    List<Clause> described = new ArrayList<>();
    for (SearchQuery.Wish wish : query.concepts()) {
      Clause concept = parts.concept(wish).times(1 / Collections.max(wish.fits().values()));
      if (wish.isNeeded()) {
        needed.add(new EntryQuery.Needed(List.of(concept), least.technology()));
      } else {
        described.add(concept.times(least.words() * ScoreParts.ONCE / least.technology()));
      }
    }
    boolean isNamed = !needed.isEmpty();
    if (isNamed && leniency == Leniency.ANY) {
      List<Clause> one = needed.stream().flatMap(each -> each.any().stream()).toList();
      needed.clear();
      needed.add(new EntryQuery.Needed(List.of(Clause.Best.of(one)), least.technology()));
    }
    boolean isOfPartner = !query.conditions().names().keys().isEmpty();
    boolean isEnough =
        (isNamed || isOfPartner)
            && (query.read().isSentence() || leniency != Leniency.NONE || query.read().isBound());
    List<Clause> any = isEnough ? new ArrayList<>() : words(query);
    if (!isNamed && !isEnough) {
      any.addAll(described);
    }
    if (query.read().isName() || !query.read().begun().isEmpty()) {
      any.add(Objects.requireNonNull(clauses.get(Part.NAME)));
    }
    if (!any.isEmpty()) {
      double share = isNamed || leniency != Leniency.NONE ? least.words() / 2 : least.words();
      needed.add(new EntryQuery.Needed(any, share * ScoreParts.ONCE));
    }
    List<Part> conditions = new ArrayList<>(List.of(Part.PLACE, Part.STATE, Part.AMOUNT));
    if (isOfPartner) {
      conditions.add(Part.NAME);
    }
    for (Part each : conditions) {
      Clause clause = clauses.get(each);
      if (clause != null) {
        needed.add(new EntryQuery.Needed(List.of(clause), MET));
      }
    }
    return needed;
  }

  /// The words that say more than function words and name nothing else, as written and as
  /// translated.
  private List<Clause> words(SearchQuery query) {
    List<Clause> any = new ArrayList<>();
    List<SearchWord> written =
        query.words().written().stream()
            .filter(
                word ->
                    word.isWhole()
                        || (word.role() == SearchWord.Role.PAIR
                            && word.occurs()
                            && !query.read().isAcross(word.start(), word.end())))
            .filter(word -> query.read().isLeft(word.start(), word.end()))
            .toList();
    if (!written.isEmpty()) {
      any.add(parts.words(written, IndexFields.WORDS));
    }
    for (List<TranslatedWord> each : query.words().rendered()) {
      List<TranslatedWord> said =
          each.stream()
              .filter(TranslatedWord::occurs)
              .filter(word -> query.read().isLeft(word.start(), word.end()))
              .toList();
      if (!said.isEmpty()) {
        any.add(ScoreParts.rendered(said, IndexFields.WORDS));
      }
    }
    return any;
  }
}
