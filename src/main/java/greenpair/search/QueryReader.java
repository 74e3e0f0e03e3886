package greenpair.search;

import greenpair.catalog.Code;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.index.query.SearchQuery;
import greenpair.index.read.SearchSettings;
import greenpair.language.ConceptFinder;
import greenpair.language.Mention;
import greenpair.language.NearTerms;
import greenpair.language.OtherFields;
import greenpair.language.PinyinTerms;
import greenpair.language.PlainWords;
import greenpair.language.TermRules;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/// Interprets typed or pasted text. Terms of the taxonomy are found first; the rest is checked for
/// misspellings, but a word that occurs in an entry is never corrected; concepts are guessed from
/// plain words.
final class QueryReader {
  /// Longer texts are pasted, not typed, and are not checked for misspellings.
  private static final int TYPED = 300;

  private static final int MOST_CONCEPTS = 12;

  private final ConceptFinder finder;
  private final QueryRewriter rewriter;
  private final Guesses guesses;
  private final Intents intents;
  private final OtherFields others;
  private final SearchSettings settings;

  QueryReader(
      Taxonomy taxonomy,
      ConceptFinder finder,
      Supplier<NearTerms> near,
      Supplier<PinyinTerms> pinyin,
      Supplier<PlainWords> plain,
      TermRules rules,
      SearchSettings settings) {
    this.others = new OtherFields(settings.otherFields(), rules);
    this.finder = finder;
    this.guesses = new Guesses(taxonomy, plain, settings);
    this.intents = new Intents(settings.asks());
    this.rewriter = new QueryRewriter(finder, near, pinyin, intents, settings.sameWords());
    this.settings = settings;
  }

  /// @param known the words of a text as the index knows them, of all kinds that are searched
  Understanding read(
      String query, Function<String, List<SearchQuery.Word>> known, QueryRewriter.Entries entries) {
    List<Mention> mentions = finder.find(query);
    if (query.length() > TYPED) {
      return understanding(query, query, mentions, List.of(), entries);
    }
    String rest = without(query, mentions);
    List<QueryRewriter.Rewrite> rewrites =
        this.rewriter.of(query, rest, known.apply(rest), entries);
    if (rewrites.isEmpty()) {
      return understanding(query, query, mentions, rewrites, entries);
    }
    String rewritten = QueryRewriter.apply(query, rewrites);
    return understanding(query, rewritten, finder.find(rewritten), rewrites, entries);
  }

  /// Guesses are made from the original text, because a corrected word is already a guess.
  private Understanding understanding(
      String query,
      String text,
      List<Mention> all,
      List<QueryRewriter.Rewrite> rewrites,
      QueryRewriter.Entries entries) {
    List<OtherFields.Span> spans = others.find(text, all);
    List<Mention> mentions =
        all.stream().filter(each -> spans.stream().noneMatch(span -> span.takes(each))).toList();
    // Words that occur in an entry are searched, regardless of the field.
    List<OtherFields.Span> other =
        spans.stream()
            .filter(span -> !entries.hold(text.substring(span.start(), span.end())))
            .toList();
    Map<Integer, List<Mention>> byPlace = new LinkedHashMap<>();
    mentions.forEach(
        mention -> byPlace.computeIfAbsent(mention.start(), key -> new ArrayList<>()).add(mention));
    List<Understanding.Named> named = new ArrayList<>();
    List<Understanding.Named> excluded = new ArrayList<>();
    BitSet unwanted = new BitSet();
    List<QueryRewriter.Rewrite> shifted = QueryRewriter.shifted(rewrites);
    Set<Set<Code>> seen = new HashSet<>();
    byPlace.forEach(
        (start, same) -> {
          Mention first = same.getFirst();
          Understanding.Named each = named(text.substring(start, first.end()), same, shifted);
          if (first.negated()) {
            // A corrected word is a guess, which does not remove entries; nor is it wanted.
            if (each.sure()) {
              excluded.add(each);
            } else {
              unwanted.set(start, first.end());
            }
          } else if (named.size() < MOST_CONCEPTS && seen.add(each.codes())) {
            named.add(each);
          }
        });
    if (!named.isEmpty()) {
      unwanted.or(finder.excluded(text));
    }
    other.forEach(span -> unwanted.set(span.start(), span.end()));
    String words = without(without(text, mentions), unwanted);
    // A rewrite moves places, and guesses are made from what was written.
    BitSet strange = query.equals(text) ? (BitSet) unwanted.clone() : new BitSet();
    if (query.equals(text)) {
      spans.forEach(span -> strange.set(span.start(), span.end()));
    }
    named.addAll(guesses.of(without(query, strange), !other.isEmpty(), words, named, excluded));
    // For a query about another field only, a common word is not a match.
    boolean isOfOthers = named.isEmpty() && !other.isEmpty();
    List<QueryRewriter.Rewrite> misspelt =
        rewrites.stream().filter(each -> !each.isSame()).toList();
    return new Understanding(
        text,
        QueryRewriter.apply(query, misspelt),
        guesses.weighed(named),
        excluded,
        misspelt.stream()
            .map(each -> new Understanding.Correction(each.from(), each.to()))
            .toList(),
        intents.of(text),
        other.stream().map(span -> text.substring(span.start(), span.end())).distinct().toList(),
        isOfOthers ? "" : words,
        isOfOthers ? "" : without(text, unwanted));
  }

  private Understanding.Named named(
      String written, List<Mention> mentions, List<QueryRewriter.Rewrite> shifted) {
    Set<Code> codes = new LinkedHashSet<>();
    mentions.forEach(mention -> codes.add(mention.code()));
    boolean isSure =
        shifted.stream()
            .noneMatch(
                each ->
                    !each.isSame()
                        && each.start() < mentions.getFirst().end()
                        && mentions.getFirst().start() < each.end());
    return isSure
        ? new Understanding.Named(written, codes, 1, Understanding.Reading.NAMED)
        : new Understanding.Named(
            written, codes, settings.misspelt(), Understanding.Reading.MENDED);
  }

  /// The text with blanks in place of those characters.
  private static String without(String text, BitSet characters) {
    StringBuilder rest = new StringBuilder(text);
    characters.stream().filter(at -> at < rest.length()).forEach(at -> rest.setCharAt(at, ' '));
    return rest.toString();
  }

  /// The text with blanks in place of the mentions, so that places stay.
  private static String without(String text, List<Mention> mentions) {
    StringBuilder rest = new StringBuilder(text);
    for (Mention mention : mentions) {
      for (int at = mention.start(); at < mention.end(); at++) {
        rest.setCharAt(at, ' ');
      }
    }
    return rest.toString();
  }
}
