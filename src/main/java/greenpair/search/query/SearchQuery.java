package greenpair.search.query;

import greenpair.catalog.Code;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.value.Place;
import greenpair.index.contract.Clause;
import greenpair.index.contract.Facet;
import greenpair.index.contract.SearchWord;
import greenpair.index.contract.TranslatedWord;
import greenpair.search.query.QueryBounds.Years;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An interpreted query for one kind.
///
/// @param kind of the entries
/// @param concepts one for each string that names a concept
/// @param excluded codes that a hit must not have as its first technology
/// @param labels words of the labels of the concepts in both languages, with their statistics in
///     the kind
/// @param words all other words
/// @param isConditioned whether some of the words are conditions beside a named technology: schools
/// @param rendered the words translated, for each language in which some entries are described
///     exclusively; each word once
/// @param isRendered whether matches mostly contain the words translated: most entries are in the
///     other language only, or more of the words occur as renderings than as written
/// @param name the whole query as a name; empty for none
/// @param named names of entries in the query beside other words
/// @param partners the entries that have these names, as deployments keep their partners
/// @param unwanted names of entries that are no hits: "not BYD"
/// @param unwantedPartners the entries that have these names, as deployments keep their partners
/// @param place words of the city that the query names; empty for none
/// @param around ids of the cities near it, if the query asks for these too
/// @param countries codes of countries and regions that the query names
/// @param outside codes of countries and regions in which no hit has its seat or place
/// @param away words of a city in which no hit is; empty for none
/// @param without words that no hit has all of
/// @param states what the query says became of projects, see `FacetValues`
/// @param tickets classes of deal sizes that the query names, see `Facet`
/// @param sizes what hits match of the sizes that it names
/// @param quoted words in quotes, which each hit has
/// @param read characters of what is searched that its concepts and other parts stand for, or that
///     no entry has
/// @param isAsked whether the query asks for the kind, or for none
/// @param isTold whether it is a sentence
/// @param isName whether an entry of any kind has exactly that name
/// @param isKindAlone whether it only asks for the kind, perhaps at a place, in a state or of a
/// size
/// @param share factor for scores of hits of the kind, in (0, 1]; below 1 if the query asks for
///     another kind
/// @param selection filters of the hits
/// @param direction of what is meant, of length 1; null if it is unknown
@SuppressWarnings("ArrayRecordComponent") // Read by one search, never compared.
public record SearchQuery(
    Kind kind,
    List<Wish> concepts,
    Set<Code> excluded,
    List<SearchWord> labels,
    List<SearchWord> words,
    boolean isConditioned,
    List<List<TranslatedWord>> rendered,
    boolean isRendered,
    String name,
    Set<String> named,
    Set<String> partners,
    Set<String> unwanted,
    Set<String> unwantedPartners,
    List<SearchWord> place,
    Set<String> around,
    Set<String> countries,
    Set<String> outside,
    List<SearchWord> away,
    List<List<SearchWord>> without,
    Set<String> states,
    Set<String> tickets,
    List<Clause> sizes,
    List<SearchWord> quoted,
    BitSet read,
    boolean isAsked,
    boolean isTold,
    boolean isName,
    boolean isKindAlone,
    double share,
    Selection selection,
    float @Nullable [] direction) {
  /// A wanted concept.
  ///
  /// @param wanted the codes that name it and how much each counts, in (0, 1]: an entry answers as
  ///     the index knows, by these and their relatives; empty where a relative is excluded, so that
  ///     each code must be asked for
  /// @param fits how much each code answers it, relatives too, in (0, 1]
  /// @param weight in (0, 1], 1 for one that was named without doubt
  /// @param isNeeded whether each match has it: guesses are not certain, nor is a passage that
  ///     names several
  public record Wish(
      Map<Code, Double> wanted, Map<Code, Double> fits, double weight, boolean isNeeded) {
    public Wish {
      wanted = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(wanted));
      fits = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(fits));
    }
  }

  /// The filters of the hits.
  ///
  /// @param values for each facet the values of which a hit has at least one
  /// @param provenIn ids of the cities in one of which a hit is proven, null for any
  /// @param within ids of the cities in one of which a hit is, belongs or is proven, null for any
  /// @param years in which projects began and needs were stated
  /// @param origin from which distances are measured; null if none are
  public record Selection(
      Map<Facet, Set<String>> values,
      @Nullable Set<String> provenIn,
      @Nullable Set<String> within,
      Years years,
      @Nullable Place origin) {
    public Selection {
      provenIn = provenIn == null ? null : Set.copyOf(provenIn);
      within = within == null ? null : Set.copyOf(within);
      Map<Facet, Set<String>> copy = new EnumMap<>(Facet.class);
      values.forEach((facet, wanted) -> copy.put(facet, Set.copyOf(wanted)));
      values = java.util.Collections.unmodifiableMap(copy);
    }
  }

  public SearchQuery {
    concepts = List.copyOf(concepts);
    excluded = Set.copyOf(excluded);
    labels = List.copyOf(labels);
    words = List.copyOf(words);
    rendered = rendered.stream().map(TranslatedWord::distinct).toList();
    named = Set.copyOf(named);
    partners = Set.copyOf(partners);
    unwanted = Set.copyOf(unwanted);
    unwantedPartners = Set.copyOf(unwantedPartners);
    place = List.copyOf(place);
    around = Set.copyOf(around);
    countries = Set.copyOf(countries);
    outside = Set.copyOf(outside);
    away = List.copyOf(away);
    without = List.copyOf(without);
    states = Set.copyOf(states);
    tickets = Set.copyOf(tickets);
    sizes = List.copyOf(sizes);
    quoted = List.copyOf(quoted);
  }

  /// Whether the query consists of filters only.
  public boolean isOpen() {
    return concepts.isEmpty()
        && labels.isEmpty()
        && words.isEmpty()
        && name.isBlank()
        && named.isEmpty()
        && !(isKindAlone && (isBound() || !tickets.isEmpty()));
  }

  /// Whether the query depends on words alone: it has no concept, and no entry has exactly that
  /// name.
  public boolean isByWords() {
    return concepts.isEmpty() && !isName;
  }

  /// Whether the query names a place.
  public boolean isPlaced() {
    return !place.isEmpty() || !countries.isEmpty();
  }

  /// Whether it says where or in what state hits are.
  public boolean isBound() {
    return isPlaced() || !states.isEmpty();
  }

  /// The language of its words: Chinese if any word is.
  public Language language() {
    boolean isHan =
        words.stream().anyMatch(word -> Character.isIdeographic(word.term().codePointAt(0)));
    return isHan ? Language.ZH : Language.EN;
  }

  /// The terms to highlight: whole words, and similar ones of words that do not occur.
  public Set<String> marked() {
    Set<String> terms = new HashSet<>();
    for (List<SearchWord> all : List.of(words, labels)) {
      for (SearchWord word : all) {
        if (word.weight() == 1) {
          terms.add(word.term());
          terms.addAll(word.near());
        }
      }
    }
    for (List<TranslatedWord> all : rendered) {
      for (TranslatedWord word : all) {
        word.renderings().forEach(each -> terms.addAll(each.terms()));
      }
    }
    return terms;
  }
}
