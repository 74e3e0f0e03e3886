package greenpair.search;

import greenpair.index.query.SearchQuery;
import greenpair.language.ConceptFinder;
import greenpair.language.Mention;
import greenpair.language.NearTerms;
import greenpair.language.PinyinTerms;
import greenpair.language.SameWords;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Words of a typed query that should be read as others: misspelt ones, names written with other
/// characters of the same sound, and words for which the entries have another one of the same
/// meaning. A word that occurs in an entry is never among them.
final class Slips {
  private static final Pattern LATIN = Pattern.compile("[\\p{IsLatin}\\p{M}]{4,40}");

  /// Words with accents are of another language, and no slips of an English one.
  private static final Pattern PLAIN = Pattern.compile("[a-zA-Z]+");

  private static final Pattern HAN = Pattern.compile("\\p{IsHan}{2,}");
  private static final int LONGEST_NAME = 8;

  private final ConceptFinder finder;
  private final Supplier<NearTerms> near;
  private final Supplier<PinyinTerms> pinyin;
  private final Intents intents;
  private final SameWords same;

  Slips(
      ConceptFinder finder,
      Supplier<NearTerms> near,
      Supplier<PinyinTerms> pinyin,
      Intents intents,
      SameWords same) {
    this.finder = finder;
    this.near = near;
    this.pinyin = pinyin;
    this.intents = intents;
    this.same = same;
  }

  /// In order of place, without overlaps.
  ///
  /// @param rest the query with blanks in place of what names a technology
  /// @param words of the rest, as the index knows them
  /// @param held whether the texts of an entry hold a phrase
  /// @param heard the name of an entry that some Han characters are a misspelling of
  List<Slip> of(
      String query,
      String rest,
      List<SearchQuery.Word> words,
      Predicate<String> held,
      Function<String, Optional<String>> heard) {
    List<Slip> slips = misspelt(query, rest, words);
    same(query, rest, words, held).forEach(slip -> add(slip, slips));
    if (!Passages.isPassage(query)) {
      names(rest, words, heard).forEach(slip -> add(slip, slips));
    }
    slips.sort(Comparator.comparingInt(Slip::start));
    return slips;
  }

  /// A correction with its position in the query and in the corrected text.
  ///
  /// @param isSame whether both are the same word of two spellings or countries
  record Slip(int start, int end, String from, String to, boolean isSame) {
    Slip(int start, int end, String from, String to) {
      this(start, end, from, to, false);
    }
  }

  private static void add(Slip slip, List<Slip> slips) {
    slips.removeIf(each -> each.start() < slip.end() && slip.start() < each.end());
    slips.add(slip);
  }

  /// Words that no entry contains, as another one of their group that names a technology or that an
  /// entry contains.
  private List<Slip> same(
      String query, String rest, List<SearchQuery.Word> words, Predicate<String> held) {
    List<Slip> slips = new ArrayList<>();
    for (SameWords.Found found : same.find(rest)) {
      int start = found.start();
      int end = found.end();
      String written = rest.substring(start, end);
      boolean mayOccur =
          words.stream()
              .filter(word -> start <= word.start() && word.end() <= end)
              .allMatch(SearchQuery.Word::occurs);
      if (mayOccur && held.test(written)) {
        continue;
      }
      List<Slip> each =
          found.others().stream().map(other -> new Slip(start, end, written, other, true)).toList();
      each.stream()
          .filter(slip -> !naming(query, List.of(slip)).isEmpty())
          .findFirst()
          .or(() -> each.stream().filter(slip -> held.test(slip.to())).findFirst())
          .ifPresent(slips::add);
    }
    return slips;
  }

  /// Names of entries that were written with other characters of the same sound. Characters that
  /// are words of entries or of the dictionary are none.
  private static List<Slip> names(
      String rest, List<SearchQuery.Word> words, Function<String, Optional<String>> heard) {
    BitSet strange = new BitSet();
    words.stream()
        .filter(word -> Character.isIdeographic(rest.codePointAt(word.start())))
        .filter(word -> !word.occurs() && word.weight() < 1)
        .forEach(word -> strange.set(word.start()));
    words.stream().filter(SearchQuery.Word::occurs).forEach(word -> strange.clear(word.start()));
    List<Slip> slips = new ArrayList<>();
    Matcher run = HAN.matcher(rest);
    while (run.find()) {
      int at = run.start();
      while (at < run.end() - 1) {
        int next = at + 1;
        for (int end = Math.min(run.end(), at + LONGEST_NAME); end > at + 1; end--) {
          int pair = strange.nextSetBit(at);
          String written = rest.substring(at, end);
          Optional<String> name =
              pair < 0 || pair > end - 2 ? Optional.empty() : heard.apply(written);
          if (name.isPresent()) {
            slips.add(new Slip(at, end, written, name.get()));
            next = end;
            break;
          }
        }
        at = next;
      }
    }
    return slips;
  }

  private List<Slip> misspelt(String query, String rest, List<SearchQuery.Word> words) {
    Set<Integer> occurring = new HashSet<>();
    Map<Integer, String> nearWords = new LinkedHashMap<>();
    for (SearchQuery.Word word : words) {
      if (word.occurs()) {
        occurring.add(word.start());
      } else if (!word.near().isEmpty()) {
        nearWords.put(word.start(), word.near().getFirst());
      }
    }
    List<Slip> guesses = new ArrayList<>();
    List<Slip> slips = new ArrayList<>();
    Matcher latin = LATIN.matcher(rest);
    while (latin.find()) {
      int start = latin.start();
      String written = latin.group();
      boolean mayBeSlip = PLAIN.matcher(written).matches() && !occurring.contains(start);
      if (mayBeSlip && !near.get().knows(written) && intents.of(written).isEmpty()) {
        near.get()
            .word(written)
            .ifPresent(word -> guesses.add(new Slip(start, latin.end(), written, word)));
        String other = nearWords.get(start);
        if (other != null) {
          slips.add(new Slip(start, latin.end(), written, other));
        }
      }
    }
    // A word of the taxonomy goes before another word of the index, when it names something.
    for (Slip guess : naming(query, guesses)) {
      slips.removeIf(slip -> slip.start() == guess.start());
      slips.add(guess);
    }
    for (NearTerms.Slip slip : near.get().slips(rest)) {
      if (!isKnown(slip, words)) {
        slips.add(
            new Slip(
                slip.start(), slip.end(), rest.substring(slip.start(), slip.end()), slip.term()));
      }
    }
    for (NearTerms.Slip slip : pinyin.get().find(rest, occurring::contains)) {
      String written = rest.substring(slip.start(), slip.end());
      add(new Slip(slip.start(), slip.end(), written, slip.term()), slips);
    }
    return slips;
  }

  /// Whether words that entries have make up all of it: 城市 alone does not explain 海棉城市.
  private static boolean isKnown(NearTerms.Slip slip, List<SearchQuery.Word> words) {
    for (int at = slip.start(); at < slip.end(); at++) {
      int place = at;
      boolean isPart =
          words.stream()
              .anyMatch(
                  word ->
                      word.occurs()
                          && word.weight() == 1
                          && word.start() <= place
                          && word.end() > place);
      if (!isPart) {
        return false;
      }
    }
    return true;
  }

  /// Those guesses that are part of a term once all are put in.
  private List<Slip> naming(String query, List<Slip> guesses) {
    if (guesses.isEmpty()) {
      return guesses;
    }
    List<Mention> mentions = finder.find(mend(query, guesses));
    List<Slip> mended = mended(guesses);
    return IntStream.range(0, guesses.size())
        .filter(
            at ->
                mentions.stream()
                    .anyMatch(
                        each ->
                            each.start() <= mended.get(at).start()
                                && each.end() >= mended.get(at).end()))
        .mapToObj(guesses::get)
        .toList();
  }

  /// The same with their places in the corrected text.
  ///
  /// @param slips in order of place
  static List<Slip> mended(List<Slip> slips) {
    List<Slip> mended = new ArrayList<>();
    int shift = 0;
    for (Slip slip : slips) {
      int start = slip.start() + shift;
      int end = start + slip.to().length();
      mended.add(new Slip(start, end, slip.from(), slip.to(), slip.isSame()));
      shift = end - slip.end();
    }
    return mended;
  }

  static String mend(String query, List<Slip> slips) {
    StringBuilder mended = new StringBuilder(query);
    for (Slip slip : slips.reversed()) {
      mended.replace(slip.start(), slip.end(), slip.to());
    }
    return mended.toString();
  }
}
