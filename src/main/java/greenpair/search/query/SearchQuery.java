package greenpair.search.query;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.value.Place;
import greenpair.index.contract.Clause;
import greenpair.index.contract.Facet;
import greenpair.index.contract.SearchWord;
import greenpair.index.contract.TranslatedWord;
import greenpair.search.read.Conditions;
import greenpair.search.read.QueryBounds.Years;
import greenpair.search.read.ReadQuery;
import org.jspecify.annotations.Nullable;

/// A query for one kind.
///
/// @param kind of the entries
/// @param read the query, the same for all kinds
/// @param selection filters of the hits
/// @param excluded codes that a hit must not have as its first technology
/// @param direction of what is meant, of length 1; null if it is unknown
/// @param concepts one for each string that names a concept
/// @param words in the kind
/// @param sizes what hits match of the sizes that it names
/// @param share factor for scores of hits of the kind, in (0, 1]; below 1 if the query asks for
///     another kind
@SuppressWarnings("ArrayRecordComponent") // Read by one search, never compared.
public record SearchQuery(
    Kind kind,
    ReadQuery read,
    Selection selection,
    Set<Code> excluded,
    float @Nullable [] direction,
    List<Wish> concepts,
    Words words,
    List<Clause> sizes,
    double share) {
  /// Words of the query with their statistics in one kind.
  ///
  /// @param labels words of the labels of the concepts in both languages
  /// @param written all that are searched
  /// @param rendered these translated, for each language in which some entries are described
  ///     exclusively; each word once
  /// @param isRendered whether matches mostly contain the words translated: most entries are in the
  ///     other language only, or more of the words occur as renderings than as written
  /// @param place of the city that the query names; empty for none
  /// @param away of a city in which no hit is; empty for none
  /// @param without words of each phrase that no hit has all of
  /// @param quoted for each phrase in quotes the ids of the entries that hold it; each hit is one
  public record Words(
      List<SearchWord> labels,
      List<SearchWord> written,
      List<List<TranslatedWord>> rendered,
      boolean isRendered,
      List<SearchWord> place,
      List<SearchWord> away,
      List<List<SearchWord>> without,
      List<Set<String>> quoted) {
    public Words {
      rendered = rendered.stream().map(TranslatedWord::distinct).toList();
    }
  }

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

  /// What the query says besides its subject.
  public Conditions conditions() {
    return read.conditions();
  }

  /// Whether the query consists of filters only.
  public boolean isOpen() {
    return concepts.isEmpty()
        && words.labels.isEmpty()
        && words.written.isEmpty()
        && read.name().isBlank()
        && conditions().names().keys().isEmpty()
        && !(read.isKindAlone() && (isBound() || !conditions().money().isEmpty()));
  }

  /// Whether the query depends on words alone: it has no concept, and no entry has exactly that
  /// name.
  public boolean isByWords() {
    return concepts.isEmpty() && !read.isName();
  }

  /// Whether the query names a place.
  public boolean isPlaced() {
    return !words.place.isEmpty() || !conditions().countries().isEmpty();
  }

  /// Whether it says where or in what state hits are.
  public boolean isBound() {
    return isPlaced() || !conditions().states().isEmpty();
  }

  /// The language of its words: Chinese if any word is.
  public Language language() {
    boolean isHan =
        words.written.stream()
            .anyMatch(word -> Character.isIdeographic(word.term().codePointAt(0)));
    return isHan ? Language.ZH : Language.EN;
  }

  /// The terms to highlight: whole words, and similar ones of words that do not occur.
  public Set<String> marked() {
    Set<String> terms = new HashSet<>();
    for (List<SearchWord> all : List.of(words.written, words.labels)) {
      for (SearchWord word : all) {
        if (word.isWhole()) {
          terms.add(word.term());
          terms.addAll(word.near());
        }
      }
    }
    for (List<TranslatedWord> all : words.rendered) {
      for (TranslatedWord word : all) {
        word.renderings().forEach(each -> terms.addAll(each.terms()));
      }
    }
    return terms;
  }
}
