package greenpair.resolve.name;

import module java.base;

import greenpair.concept.Lexicon;
import greenpair.text.Folding;
import org.jspecify.annotations.Nullable;

/// Words that do not identify a firm: its business, its location, and uninformative words. A word
/// has one number in both languages, so that `Wuxi Metro` and `无锡地铁` are the same two words.
public final class CommonWords {
  /// Evidence from a difference in such a word.
  enum Sort {
    BUSINESS,
    PLACE,
    GENERIC,
    JOINING
  }

  private static final int MOST_TOKENS = 4;
  private static final int LEAST_SLIP = 6;
  private static final int LONGEST_TRADE = 6;
  private static final int LONGEST_PLACE = 24;

  private final List<Sort> sorts = new ArrayList<>();
  private final Map<String, Short> latin = new HashMap<>();
  private final Map<String, Short> chinese = new HashMap<>();
  private final Map<String, String> slips = new HashMap<>();
  private final List<List<String>> forms = new ArrayList<>();
  private final Map<String, List<String>> translated = new HashMap<>();
  private final Lexicon lexicon;
  private int longest = 1;

  /// @param lexicon the words of all trades in both languages, for names of two scripts
  CommonWords(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  void add(Sort sort, List<String> all) {
    short number = (short) sorts.size();
    sorts.add(sort);
    forms.add(new ArrayList<>());
    for (String form : all) {
      List<String> tokens = Folding.tokens(form);
      if (tokens.isEmpty()) {
        continue;
      }
      String joined = String.join(" ", tokens);
      if (Folding.isHan(joined.codePointAt(0))) {
        chinese.putIfAbsent(joined, number);
        longest = Math.max(longest, joined.length());
      } else {
        latin.putIfAbsent(joined, number);
        if (sort != Sort.PLACE) {
          addSlips(joined);
        }
      }
      forms.get(number).add(joined);
    }
  }

  /// Notes what a word becomes when a letter is doubled or swapped with its neighbour. A place so
  /// becomes another place or a brand (Xining and Xinning).
  private void addSlips(String word) {
    for (int at = 1; word.length() >= LEAST_SLIP && at < word.length(); at++) {
      String before = word.substring(0, at - 1);
      char left = word.charAt(at - 1);
      char right = word.charAt(at);
      slips.putIfAbsent(before + right + left + word.substring(at + 1), word);
      slips.putIfAbsent(before + left + left + word.substring(at), word);
    }
  }

  /// The common word that a Latin word is by such a slip; the word itself if it is none.
  String corrected(String word) {
    String meant = slips.get(word);
    return meant == null || latin.containsKey(word) || !lexicon.chinese(word).isEmpty()
        ? word
        : meant;
  }

  /// Whether a Latin word is no known one, but may be meant for a common one.
  boolean isSlip(String word, String meant) {
    return latin.containsKey(meant) && !latin.containsKey(word) && lexicon.chinese(word).isEmpty();
  }

  /// A translation that the lexicon lacks.
  void translate(String latin, List<String> chinese) {
    translated.put(String.join(" ", Folding.tokens(latin)), chinese);
  }

  /// The words of either language that are the same word as a Latin one; none if it is not common.
  List<String> sameAs(String form) {
    Short number = latin.get(String.join(" ", Folding.tokens(form)));
    return number == null ? List.of() : forms.get(number);
  }

  Sort sort(short word) {
    return sorts.get(word);
  }

  /// The sort of a word of either language; null if it is not common.
  @Nullable Sort sortOf(String form) {
    Short number = number(form);
    return number == null ? null : sort(number);
  }

  private @Nullable Short number(String form) {
    return Folding.isHan(form.codePointAt(0)) ? chinese.get(form) : latin.get(form);
  }

  /// Whether a word is business and among those numbers.
  boolean isBusiness(String word, short[] among) {
    Short number = number(word);
    return number != null
        && sort(number) == Sort.BUSINESS
        && Arrays.binarySearch(among, number) >= 0;
  }

  /// Whether a word says something.
  boolean tells(String word) {
    Sort sort = sortOf(word);
    return sort != Sort.GENERIC && sort != Sort.JOINING;
  }

  /// A Chinese word for Latin ones.
  record Rendering(String written, Sort sort) {}

  /// The Chinese words for Latin ones: those of the settings and those of the lexicon.
  List<Rendering> renderings(List<String> words) {
    List<Rendering> renderings = new ArrayList<>();
    String key = String.join(" ", words);
    Short number = latin.get(key);
    if (number != null) {
      for (String each : forms.get(number)) {
        renderings.add(new Rendering(each, sort(number)));
      }
    }
    Sort sort = number == null ? Sort.BUSINESS : sort(number);
    for (String form : List.of(key, base(key))) {
      for (String each : translated.getOrDefault(form, List.of())) {
        renderings.add(new Rendering(each, sort));
      }
      for (Lexicon.Rendering each : lexicon.chinese(form)) {
        renderings.add(new Rendering(each.written(), sort));
      }
    }
    return renderings;
  }

  /// Materials is material, batteries battery, metallurgical metallurgy.
  private static String base(String word) {
    for (String ending : List.of("ies", "ical")) {
      if (word.endsWith(ending)) {
        return word.substring(0, word.length() - ending.length()) + "y";
      }
    }
    return word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
  }

  /// The end of the longest known word of a Chinese name that begins here; the same place if there
  /// is none.
  int endOfChinese(String name, int at) {
    for (int end = Math.min(name.length(), at + LONGEST_TRADE); end > at; end--) {
      String word = name.substring(at, end);
      if (chinese.containsKey(word) || (end > at + 1 && lexicon.hasChinese(word))) {
        return end;
      }
    }
    return at;
  }

  /// A Chinese place: its Pinyin and its English names are the same word.
  void addPlace(String place, String pinyin) {
    List<String> all = new ArrayList<>(List.of(place, place + "市", pinyin));
    lexicon.english(place).forEach(each -> all.add(each.written()));
    add(Sort.PLACE, all);
  }

  /// The end of a place at the beginning of a name, 0 if there is none.
  public int endOfPlace(String name, boolean isChinese) {
    Map<String, Short> numbers = isChinese ? chinese : latin;
    for (int end = Math.min(name.length(), LONGEST_PLACE); end > 1; end--) {
      Short number = numbers.get(name.substring(0, end));
      if (number != null
          && sort(number) == Sort.PLACE
          && (isChinese || end == name.length() || name.charAt(end) == ' ')) {
        return isChinese ? end : Math.min(name.length(), end + 1);
      }
    }
    return 0;
  }

  /// The words without those that say next to nothing.
  public short[] telling(short[] words) {
    short[] kept = new short[words.length];
    int count = 0;
    for (short each : words) {
      if (sort(each) == Sort.BUSINESS || sort(each) == Sort.PLACE) {
        kept[count++] = each;
      }
    }
    return Arrays.copyOf(kept, count);
  }

  /// A name taken apart.
  ///
  /// @param rest what is left: words of a Latin name, runs of a Chinese one
  /// @param words common words, sorted; each once
  @SuppressWarnings("ArrayRecordComponent") // Passed on once, never compared.
  record Parts(List<String> rest, short[] words) {}

  /// The common words of a name as it writes them, in order.
  List<String> forms(NameForm name) {
    List<String> forms = new ArrayList<>();
    take(List.of(name.text().split(" ", -1)), forms);
    return forms;
  }

  Parts take(List<String> tokens) {
    return take(tokens, new ArrayList<>());
  }

  private Parts take(List<String> tokens, List<String> forms) {
    List<String> rest = new ArrayList<>();
    short[] words = new short[tokens.size() * 2 + 8];
    int count = 0;
    int at = 0;
    while (at < tokens.size()) {
      String token = tokens.get(at);
      if (Folding.isHan(token.codePointAt(0))) {
        words = Arrays.copyOf(words, words.length + token.length());
        count = takeChinese(token, rest, forms, words, count);
        at++;
        continue;
      }
      int end = Math.min(tokens.size(), at + MOST_TOKENS);
      Short word = null;
      while (end > at && word == null) {
        word = latin.get(end == at + 1 ? token : String.join(" ", tokens.subList(at, end)));
        end--;
      }
      if (word == null) {
        rest.add(token);
        at++;
      } else {
        words[count++] = word;
        forms.add(String.join(" ", tokens.subList(at, end + 1)));
        at = end + 1;
      }
    }
    return new Parts(rest, distinct(words, count));
  }

  private int takeChinese(
      String run, List<String> rest, List<String> forms, short[] words, int from) {
    int count = from;
    int kept = 0;
    int at = 0;
    while (at < run.length()) {
      int end = Math.min(run.length(), at + longest);
      Short word = null;
      while (end > at && word == null) {
        word = chinese.get(run.substring(at, end));
        end--;
      }
      if (word == null) {
        at++;
        continue;
      }
      if (kept < at) {
        rest.add(run.substring(kept, at));
      }
      words[count++] = word;
      forms.add(run.substring(at, end + 1));
      at = end + 1;
      kept = at;
    }
    if (kept < run.length()) {
      rest.add(run.substring(kept));
    }
    return count;
  }

  private static short[] distinct(short[] words, int count) {
    short[] sorted = Arrays.copyOf(words, count);
    Arrays.sort(sorted);
    int kept = 0;
    for (int at = 0; at < count; at++) {
      if (at == 0 || sorted[at] != sorted[at - 1]) {
        sorted[kept++] = sorted[at];
      }
    }
    return Arrays.copyOf(sorted, kept);
  }
}
