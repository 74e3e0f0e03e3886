package greenpair.web.http;

import greenpair.catalog.Code;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.Nearest;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.index.query.Facet;
import greenpair.search.SearchRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Turns the words of a request into values. What is wrong goes to the [Faults], and a value that
/// is good stands in for it, so that reading goes on and finds the other faults too.
public final class Checks {
  /// The root of the finance instruments, and of the types of financiers.
  private static final List<String> FINANCE = List.of("FIN", "FTY");

  private static final Map<String, Language> LANGUAGES = words(Language.values());

  private final Faults faults;
  private final Taxonomy taxonomy;

  public Checks(Faults faults, Taxonomy taxonomy) {
    this.faults = faults;
    this.taxonomy = taxonomy;
  }

  public Faults faults() {
    return faults;
  }

  /// The constants of a closed choice by their words in answers.
  public static <E extends Enum<E>> Map<String, E> words(E[] values) {
    Map<String, E> words = new LinkedHashMap<>();
    for (E value : values) {
      words.put(value.name().toLowerCase(Locale.ROOT), value);
    }
    return words;
  }

  /// One of the kinds; the first stands in.
  public Kind kind(String field, String word, List<Kind> allowed) {
    return choice(field, word, words(allowed.toArray(Kind[]::new))).orElse(allowed.getFirst());
  }

  /// A language; English stands in.
  public Language language(String field, String word) {
    return choice(field, word, LANGUAGES).orElse(Language.EN);
  }

  /// What the word means in a closed list, or nothing after the fault was recorded.
  public <T> Optional<T> choice(String field, String word, Map<String, T> meanings) {
    T meaning = meanings.get(word);
    if (meaning == null) {
      Set<String> words = meanings.keySet();
      faults.add(field, word, oneOf(words), didYouMean(word, words, useOneOfThem()));
    }
    return Optional.ofNullable(meaning);
  }

  public static Said oneOf(Set<String> words) {
    Said all = Said.words(words);
    return new Said("is one of " + all.en(), "须为" + all.zh() + "之一");
  }

  /// A whole number in the range; the least stands in.
  public int whole(String field, String word, int min, int max) {
    if (word.length() <= 11 && word.matches("-?[0-9]+")) {
      long number = Long.parseLong(word);
      if (number >= min && number <= max) {
        return (int) number;
      }
    }
    faults.add(field, word, wholeRule(min, max), stayInRange());
    return min;
  }

  public static Said wholeRule(long min, long max) {
    return new Said("is a whole number from " + min + " to " + max, "须为" + min + "至" + max + "的整数");
  }

  /// What a number in a range must be; the bounds are whole.
  public static Said numberRule(double min, double max) {
    String range = (long) min + " to " + (long) max;
    return new Said("is a number from " + range, "须为" + range.replace(" to ", "至") + "的数值");
  }

  public static Said stayInRange() {
    return new Said("give a number in that range, or leave it out", "请填写该范围内的数值，或省略该项");
  }

  /// A code of technologies.
  public Optional<Code> technology(String field, String word) {
    Optional<Code> code = code(field, word);
    if (code.isPresent() && isFinance(code.get())) {
      faults.add(
          field,
          word,
          new Said("is a code of technologies", "须为技术代码"),
          new Said(
              "give finance terms in \"instruments\" of POST /api/recommendations",
              "融资类代码请放入POST /api/recommendations的instruments"));
      return Optional.empty();
    }
    return code;
  }

  /// Whether a code is an instrument or a type of financier, and no technology.
  static boolean isFinance(Code code) {
    return FINANCE.contains(code.root());
  }

  /// A code of finance instruments.
  public Optional<Code> instrument(String field, String word) {
    Optional<Code> code = code(field, word);
    if (code.isPresent() && !code.get().root().equals(FINANCE.getFirst())) {
      faults.add(
          field,
          word,
          new Said("is a code under FIN", "须为FIN下的代码"),
          new Said("GET /api/taxonomy lists all codes", "全部代码见GET /api/taxonomy"));
      return Optional.empty();
    }
    return code;
  }

  /// A value that a facet can have.
  public Optional<String> facet(Facet facet, String word) {
    return switch (facet) {
      case TECHNOLOGY -> technology(facet.word(), word).map(Code::value);
      case INSTRUMENT ->
          word.equals(Facet.UNKNOWN)
              ? Optional.of(word)
              : instrument(facet.word(), word).map(Code::value);
      case MATURITY, EVIDENCE, CITY_SIZE, TICKET -> {
        Map<String, String> values = new LinkedHashMap<>();
        facet.spoken().forEach(value -> values.put(value, value));
        values.put(Facet.UNKNOWN, Facet.UNKNOWN);
        yield choice(facet.word(), word, values);
      }
      case SECTOR, COUNTRY, MARKET, CLIMATE -> place(facet.word(), word);
    };
  }

  /// What is not in a closed list is a short word; one that no entry has finds nothing.
  private Optional<String> place(String field, String word) {
    if (word.matches("[A-Za-z][A-Za-z0-9_-]{0,39}")) {
      return Optional.of(word);
    }
    faults.add(
        field,
        word,
        new Said("is a value that the facets of an answer list", "须为查询结果分面中列出的值"),
        new Said("take one from \"facets\"", "请从facets中选取"));
    return Optional.empty();
  }

  private Optional<Code> code(String field, String word) {
    List<String> words = new ArrayList<>();
    for (var concept : taxonomy.concepts()) {
      if (concept.code().value().equals(word)) {
        return Optional.of(concept.code());
      }
      words.add(concept.code().value());
    }
    faults.add(
        field,
        word,
        new Said("is a code of the taxonomy, such as TRN.PUB.EBS", "须为分类体系中的代码，如TRN.PUB.EBS"),
        didYouMean(
            word, words, new Said("GET /api/taxonomy lists all codes", "全部代码见GET /api/taxonomy")));
    return Optional.empty();
  }

  /// Free words, at most [SearchRequest#MAX_TEXT] characters and well-formed Unicode.
  public String words(String field, String text) {
    if (text.length() > SearchRequest.MAX_TEXT) {
      faults.add(
          field,
          text,
          new Said(
              "has at most " + SearchRequest.MAX_TEXT + " characters, not " + text.length(),
              "最多" + SearchRequest.MAX_TEXT + "个字符，而非" + text.length() + "个"),
          new Said("shorten it to what is needed", "请缩短为必要的内容"));
      return "";
    }
    if (isBroken(text)) {
      faults.add(field, text, wellFormed(), sendUnicode());
      return "";
    }
    return text;
  }

  /// Whether half of a surrogate pair stands alone: such a text is no Unicode.
  static boolean isBroken(String text) {
    return text.codePoints().anyMatch(each -> Character.getType(each) == Character.SURROGATE);
  }

  static Said wellFormed() {
    return new Said("is well-formed Unicode", "须为合法的Unicode文本");
  }

  static Said sendUnicode() {
    return new Said("send the text as UTF-8", "请以UTF-8编码发送文本");
  }

  /// Names the word that was likely meant before the advice.
  public static Said didYouMean(String word, Collection<String> words, Said advice) {
    return Nearest.to(word, words).map(near -> didYouMean(near, advice)).orElse(advice);
  }

  public static Said didYouMean(String near, Said advice) {
    return new Said("did you mean \"" + near + "\"? ", "您是否想输入“" + near + "”？").then(advice);
  }

  private static Said useOneOfThem() {
    return new Said("use one of them", "请使用其中之一");
  }
}
