package greenpair.search;

import greenpair.catalog.Code;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.concept.ConceptFinder;
import greenpair.concept.Mention;
import greenpair.concept.NearTerms;
import greenpair.concept.OtherFields;
import greenpair.concept.PinyinTerms;
import greenpair.concept.PlainWords;
import greenpair.concept.TermRules;
import greenpair.index.contract.SearchWord;
import greenpair.search.query.Intents;
import greenpair.search.settings.SearchSettings;
import greenpair.text.WordTokens;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
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

  /// Words and Han characters of the longest query that is a subject and no sentence.
  private static final int LATIN = 6;

  private static final int HAN = 9;

  /// Words and Han characters that no entry has, from which a short query is doubted.
  private static final int MISSING_LATIN = 3;

  private static final int MISSING_HAN = 5;

  private final ConceptFinder finder;
  private final QueryRewriter rewriter;
  private final ConceptGuesser guesses;
  private final Intents intents;
  private final OtherFields others;

  /// What short queries want that is not in a catalog.
  private final OtherFields requests;
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
    this.requests = new OtherFields(settings.otherRequests(), rules);
    this.finder = finder;
    this.guesses = new ConceptGuesser(taxonomy, plain, settings);
    this.intents = new Intents(settings.asks());
    this.rewriter = new QueryRewriter(finder, near, pinyin, intents, settings.sameWords());
    this.settings = settings;
  }

  /// @param known the words of a text as the index knows them, of all kinds that are searched
  Interpretation read(
      String query, Function<String, List<SearchWord>> known, QueryRewriter.Entries entries) {
    List<Mention> mentions = finder.find(query);
    if (query.length() > TYPED) {
      return understanding(query, query, mentions, List.of(), known, entries);
    }
    String rest = without(query, mentions);
    List<QueryRewriter.Rewrite> rewrites =
        this.rewriter.of(query, rest, known.apply(rest), entries);
    if (rewrites.isEmpty()) {
      return understanding(query, query, mentions, rewrites, known, entries);
    }
    String rewritten = QueryRewriter.apply(query, rewrites);
    return understanding(query, rewritten, finder.find(rewritten), rewrites, known, entries);
  }

  /// Guesses are made from the original text, because a corrected word is already a guess.
  private Interpretation understanding(
      String query,
      String text,
      List<Mention> all,
      List<QueryRewriter.Rewrite> rewrites,
      Function<String, List<SearchWord>> known,
      QueryRewriter.Entries entries) {
    List<OtherFields.Span> spans = others.find(text, all);
    List<Mention> mentions =
        all.stream().filter(each -> spans.stream().noneMatch(span -> span.takes(each))).toList();
    // Words that occur in an entry are searched, regardless of the field.
    List<String> other = new ArrayList<>();
    List<OtherFields.Span> apart = new ArrayList<>();
    for (OtherFields.Span span : spans) {
      String written = text.substring(span.start(), span.end());
      if (!entries.hold(written)) {
        other.add(written);
        apart.add(span);
      }
    }
    Map<Integer, List<Mention>> byPlace = new LinkedHashMap<>();
    mentions.forEach(
        mention -> byPlace.computeIfAbsent(mention.start(), key -> new ArrayList<>()).add(mention));
    List<Interpretation.Named> named = new ArrayList<>();
    List<Interpretation.Named> excluded = new ArrayList<>();
    BitSet unwanted = new BitSet();
    List<QueryRewriter.Rewrite> shifted = QueryRewriter.shifted(rewrites);
    Set<Set<Code>> seen = new HashSet<>();
    byPlace.forEach(
        (start, same) -> {
          Mention first = same.getFirst();
          Interpretation.Named each = named(text.substring(start, first.end()), same, shifted);
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
    apart.forEach(span -> unwanted.set(span.start(), span.end()));
    String words = without(without(text, mentions), unwanted);
    // A rewrite moves places, and guesses are made from what was written.
    BitSet strange = query.equals(text) ? (BitSet) unwanted.clone() : new BitSet();
    if (query.equals(text)) {
      spans.forEach(span -> strange.set(span.start(), span.end()));
    }
    named.addAll(guesses.of(without(query, strange), !other.isEmpty(), words, named, excluded));
    // For a query about another field only, a common word is not a match.
    boolean isOfOthers = named.isEmpty() && !other.isEmpty();
    if (!isOfOthers
        && isShort(text)
        && isCommon(named)
        && named.stream().anyMatch(QueryReader::isRead)) {
      requests.find(text, all).stream()
          .map(span -> text.substring(span.start(), span.end()))
          .filter(written -> !KnownWords.isCut(known.apply(text), text, written))
          .filter(written -> !entries.hold(written) && !isThere(written, known))
          .forEach(other::add);
      isOfOthers = !other.isEmpty();
    }
    if (isOfOthers) {
      named.clear();
    }
    List<QueryRewriter.Rewrite> misspelt =
        rewrites.stream().filter(each -> !each.isSame()).toList();
    return new Interpretation(
        text,
        QueryRewriter.apply(query, misspelt),
        guesses.weighed(named),
        excluded,
        misspelt.stream()
            .map(each -> new Interpretation.Correction(each.from(), each.to()))
            .toList(),
        intents.of(text),
        other.stream().distinct().toList(),
        isOfOthers ? "" : words,
        isOfOthers ? "" : without(text, unwanted));
  }

  /// Whether entries of each kind have a word, also one of the other language for it.
  private static boolean isThere(String written, Function<String, List<SearchWord>> known) {
    return written.indexOf(' ') < 0 && known.apply(written).stream().allMatch(SearchWord::occurs);
  }

  /// Whether a short query has only words of daily life in common with technologies, and no entry
  /// has most of the rest: "sponge cake recipe".
  ///
  /// @param unmatched words of it that no entry has
  boolean isDoubtful(Interpretation read, List<String> unmatched) {
    String text = read.text();
    if (!read.isNamed() || !isShort(text) || !isCommon(read.named())) {
      return false;
    }
    long words =
        WordTokens.split(text).stream()
            .filter(each -> !settings.emptyWords().contains(each.folded()))
            .count();
    long missing = unmatched.stream().mapToLong(each -> WordTokens.split(each).size()).sum();
    return missing >= (isHan(text) ? MISSING_HAN : MISSING_LATIN) && 2 * missing >= words;
  }

  /// Whether a text is a few words that name a subject, and no sentence about a problem.
  private static boolean isShort(String text) {
    return text.length() <= TYPED && WordTokens.split(text).size() <= (isHan(text) ? HAN : LATIN);
  }

  private static boolean isHan(String text) {
    return text.codePoints().anyMatch(Character::isIdeographic);
  }

  private boolean isCommon(List<Interpretation.Named> named) {
    return named.stream()
        .allMatch(
            each ->
                !isRead(each)
                    || settings.commonTerms().contains(each.written().toLowerCase(Locale.ROOT)));
  }

  private static boolean isRead(Interpretation.Named each) {
    return each.reading() != Interpretation.Reading.GUESSED;
  }

  private Interpretation.Named named(
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
        ? new Interpretation.Named(written, codes, 1, Interpretation.Reading.NAMED)
        : new Interpretation.Named(
            written, codes, settings.misspelt(), Interpretation.Reading.MENDED);
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
