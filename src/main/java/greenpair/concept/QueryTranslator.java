package greenpair.concept;

import module java.base;

import greenpair.text.WordTokens;

/// Translates the words of a query into the other language, each into all its renderings: a
/// structured query (Pirkola, SIGIR 1998), in which a word counts once, however many renderings it
/// has.
///
/// English headwords are found by longest match, as written or by their stems. Chinese is split
/// into the words of the lexicon; the rest is transcribed to Pinyin, because it is usually a name
/// (张之洞 = Zhang Zhidong). Names and numbers in Latin letters are the same in both languages and are
/// kept.
public final class QueryTranslator {
  private static final int SHORTEST_NAME = 2;
  private static final int LONGEST_NAME = 4;

  private final Lexicon lexicon;
  private final HanWords words;
  private final Headwords headwords;
  private final Set<String> empty;
  private final Forms forms;
  private final Weights weights;

  /// Spelling, stems and pronunciation.
  ///
  /// @param spelling a text as the lexicon spells it, at the same length
  /// @param stem of an English word in lower case
  /// @param pinyin the syllables of a Chinese text
  public record Forms(
      UnaryOperator<String> spelling,
      UnaryOperator<String> stem,
      Function<String, List<String>> pinyin) {}

  /// Weights of renderings, each in [0, 1].
  ///
  /// @param later what a rendering counts of the one before it
  /// @param sound what a word counts that is only read aloud
  /// @param most renderings of a word at most
  public record Weights(double later, double sound, int most) {}

  /// A word of a text and its renderings.
  ///
  /// @param start first character in the text
  /// @param sayings the word itself may be one
  public record Source(int start, int end, List<Saying> sayings) {
    public Source {
      sayings = List.copyOf(sayings);
    }
  }

  /// A rendering of a word.
  ///
  /// @param isOther whether it is another word than the one that was written
  public record Saying(String written, double weight, boolean isOther) {}

  /// @param empty words of either language without meaning for search
  public QueryTranslator(Lexicon lexicon, Set<String> empty, Forms forms, Weights weights) {
    this.lexicon = lexicon;
    this.headwords = new Headwords(lexicon, forms.stem);
    this.empty = Set.copyOf(empty);
    this.forms = forms;
    this.weights = weights;
    int longest = this.empty.stream().mapToInt(String::length).max().orElse(1);
    this.words =
        new HanWords(
            word -> lexicon.hasChinese(word) || this.empty.contains(word),
            Math.max(longest, lexicon.longestChinese()));
  }

  /// The Chinese words of a text, in order of position: the words of the lexicon, and the
  /// characters between them that belong to none. Function words and single characters are left
  /// out.
  public List<HanWords.Part> chinese(String text) {
    String simple = forms.spelling.apply(text);
    List<HanWords.Part> parts = new ArrayList<>();
    List<WordTokens.Token> tokens = WordTokens.split(simple);
    for (int at = 0; at < tokens.size(); at = run(tokens, at)) {
      if (isHan(tokens.get(at))) {
        parts.addAll(parts(simple, tokens.subList(at, run(tokens, at))));
      }
    }
    return parts;
  }

  private List<HanWords.Part> parts(String text, List<WordTokens.Token> run) {
    int start = run.getFirst().start();
    String han = text.substring(start, run.getLast().end());
    return words.split(han).stream()
        .filter(part -> part.end() - part.start() > 1)
        .filter(part -> !empty.contains(han.substring(part.start(), part.end())))
        .map(part -> new HanWords.Part(start + part.start(), start + part.end(), part.isKnown()))
        .toList();
  }

  /// The words of a text in English, in order of position; empty if none has an English rendering.
  public List<Source> inEnglish(String text) {
    List<Source> sources = new ArrayList<>();
    List<WordTokens.Token> tokens = WordTokens.split(forms.spelling.apply(text));
    for (int at = 0; at < tokens.size(); ) {
      int end = run(tokens, at);
      if (isHan(tokens.get(at))) {
        han(tokens.subList(at, end), sources);
      } else {
        itself(tokens.get(at), sources);
      }
      at = end;
    }
    return changed(sources);
  }

  /// The words of a text in Chinese, in order of position; empty if none has a Chinese rendering.
  public List<Source> inChinese(String text) {
    String simple = forms.spelling.apply(text);
    List<Source> sources = new ArrayList<>();
    List<WordTokens.Token> tokens = WordTokens.split(simple);
    for (int at = 0; at < tokens.size(); ) {
      int end = run(tokens, at);
      if (isHan(tokens.get(at))) {
        for (HanWords.Part part : parts(simple, tokens.subList(at, end))) {
          String word = simple.substring(part.start(), part.end());
          Saying saying = new Saying(word, 1, false);
          sources.add(new Source(part.start(), part.end(), List.of(saying)));
        }
      } else {
        end = latin(simple, tokens, at, sources);
      }
      at = end;
    }
    return changed(sources);
  }

  private static boolean isHan(WordTokens.Token token) {
    return Character.isIdeographic(token.written().codePointAt(0));
  }

  /// One past a run of Han characters, or past a Latin word.
  private static int run(List<WordTokens.Token> tokens, int start) {
    int end = start + 1;
    while (isHan(tokens.get(start))
        && end < tokens.size()
        && isHan(tokens.get(end))
        && tokens.get(end).start() == tokens.get(end - 1).end()) {
      end++;
    }
    return end;
  }

  private static List<Source> changed(List<Source> sources) {
    boolean isAny =
        sources.stream().flatMap(each -> each.sayings().stream()).anyMatch(Saying::isOther);
    return isAny ? sources : List.of();
  }

  private void itself(WordTokens.Token token, List<Source> into) {
    if (!empty.contains(WordTokens.lower(token.written()))) {
      Saying saying = new Saying(token.written(), 1, false);
      into.add(new Source(token.start(), token.end(), List.of(saying)));
    }
  }

  private void han(List<WordTokens.Token> run, List<Source> into) {
    StringBuilder text = new StringBuilder();
    run.forEach(each -> text.append(each.written()));
    int start = run.getFirst().start();
    for (HanWords.Part part : words.split(text.toString())) {
      String word = text.substring(part.start(), part.end());
      List<Saying> all =
          empty.contains(word)
              ? List.of()
              : part.isKnown() ? sayings(lexicon.english(word)) : aloud(word);
      if (!all.isEmpty()) {
        into.add(new Source(start + part.start(), start + part.end(), all));
      }
    }
  }

  /// A name of a person is written family name first, and one of a place in one word.
  private List<Saying> aloud(String word) {
    List<String> syllables = forms.pinyin.apply(word);
    if (word.length() < SHORTEST_NAME || word.length() > LONGEST_NAME || syllables.isEmpty()) {
      return List.of();
    }
    List<String> given = syllables.subList(1, syllables.size());
    return List.of(
        new Saying(String.join("", syllables), weights.sound, true),
        new Saying(syllables.getFirst() + " " + String.join("", given), weights.sound, true));
  }

  /// The headword that begins here, else the word itself.
  ///
  /// @return one past its last token
  private int latin(String text, List<WordTokens.Token> tokens, int at, List<Source> into) {
    Headwords.Found found = headwords.longest(text, tokens, at);
    int start = tokens.get(at).start();
    boolean isAlone = found.end() <= at + 1;
    if (found.renderings().isEmpty()
        || (isAlone && empty.contains(WordTokens.lower(tokens.get(at).written())))) {
      itself(tokens.get(at), into);
      return at + 1;
    }
    int end = tokens.get(found.end() - 1).end();
    List<Saying> all = new ArrayList<>();
    all.add(new Saying(text.substring(start, end), 1, false));
    all.addAll(sayings(found.renderings()));
    into.add(new Source(start, end, all));
    return found.end();
  }

  private List<Saying> sayings(List<Lexicon.Rendering> renderings) {
    return renderings.stream()
        .limit(weights.most)
        .map(each -> new Saying(each.written(), Math.pow(weights.later, each.rank()), true))
        .toList();
  }
}
