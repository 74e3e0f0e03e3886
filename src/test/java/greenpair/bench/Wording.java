package greenpair.bench;

import module java.base;

import com.ibm.icu.text.BreakIterator;
import greenpair.catalog.Code;
import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.Financier;
import greenpair.catalog.Language;
import greenpair.catalog.Solution;
import greenpair.catalog.Text;
import greenpair.catalog.taxonomy.Concept;
import org.jspecify.annotations.Nullable;

/// Makes names and sentences in both languages out of the words of the fixtures and the terms of
/// the taxonomy. They mean nothing, but their words are spread as in real texts, and each sentence
/// names the technologies of its entry.
final class Wording {
  private static final Pattern LATIN = Pattern.compile("[A-Za-z][a-z'-]+");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");
  private static final String[] SYLLABLES = {
    "ka", "lo", "mi", "ra", "ve", "so", "tu", "ne", "ba", "ri", "do", "la", "pe", "gu", "xi", "zo"
  };
  private static final String CHARACTERS = "华东明远新科中天瑞海宏达凯盛昌隆金安泰和兴旺源丰永信诚德康乐";
  private static final List<String> ENDINGS =
      List.of("Energy", "Technologies", "Environmental", "Systems", "Group", "Power", "Solutions");
  private static final List<String> CHINESE_ENDINGS =
      List.of("科技有限公司", "环境有限公司", "能源有限公司", "集团", "股份有限公司");

  private final Zipf<String> english;
  private final Zipf<String> chinese;
  private final Map<Code, Zipf<String>> englishTerms = new HashMap<>();
  private final Map<Code, Zipf<String>> chineseTerms = new HashMap<>();

  Wording(Fixtures fixtures) {
    Map<String, Integer> latin = new HashMap<>();
    Map<String, Integer> han = new HashMap<>();
    for (Entry entry : fixtures.all()) {
      for (Text text : texts(entry)) {
        count(text, latin, han);
      }
    }
    english = new Zipf<>(byFrequency(latin));
    chinese = new Zipf<>(byFrequency(han));
    for (Concept concept : fixtures.taxonomy().concepts()) {
      Text label = concept.label();
      englishTerms.put(concept.code(), terms(label.en(), concept.english()));
      chineseTerms.put(concept.code(), terms(label.zh(), concept.chinese()));
    }
  }

  private static List<Text> texts(Entry entry) {
    List<@Nullable Text> texts = new ArrayList<>();
    texts.add(entry.name());
    texts.add(entry.profile().description());
    switch (entry) {
      case Deployment deployment -> texts.add(deployment.outcome());
      case Financier financier -> texts.add(financier.terms());
      case Solution solution -> texts.add(solution.conditions());
      case greenpair.catalog.City city -> {}
      case greenpair.catalog.Need need -> {}
      case greenpair.catalog.Firm firm -> {}
      case greenpair.catalog.Programme programme -> {}
      case greenpair.catalog.Expert expert -> {}
    }
    texts.removeIf(text -> text == null);
    return List.copyOf(texts);
  }

  private static void count(Text text, Map<String, Integer> latin, Map<String, Integer> han) {
    if (text.en() != null) {
      for (MatchResult word : LATIN.matcher(text.en()).results().toList()) {
        latin.merge(word.group().toLowerCase(Locale.ROOT), 1, Integer::sum);
      }
    }
    if (text.zh() != null) {
      BreakIterator words = BreakIterator.getWordInstance(Locale.CHINESE);
      words.setText(text.zh());
      int start = words.first();
      for (int end = words.next(); end != BreakIterator.DONE; start = end, end = words.next()) {
        String word = text.zh().substring(start, end);
        if (HAN.matcher(word).matches()) {
          han.merge(word, 1, Integer::sum);
        }
      }
    }
  }

  private static List<String> byFrequency(Map<String, Integer> counts) {
    Comparator<Map.Entry<String, Integer>> often = Map.Entry.comparingByValue();
    return counts.entrySet().stream()
        .sorted(often.reversed().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Zipf<String> terms(@Nullable String label, List<String> synonyms) {
    List<String> terms = new ArrayList<>();
    if (label != null) {
      terms.add(label);
    }
    terms.addAll(synonyms);
    return new Zipf<>(terms);
  }

  /// A text of about so many words in each language that names the codes.
  Text about(List<Code> codes, int words, RandomGenerator random) {
    StringBuilder en = new StringBuilder();
    StringBuilder zh = new StringBuilder();
    int size = Math.max(codes.size() + 2, words / 2 + random.nextInt(words));
    for (int i = 0; i < size; i++) {
      Code code = i < codes.size() ? codes.get(i) : null;
      en.append(i == 0 ? "" : " ");
      en.append(code == null ? english.draw(random) : term(englishTerms, code, random));
      zh.append(code == null ? chinese.draw(random) : term(chineseTerms, code, random));
      if (i % 9 == 8 && i + 1 < size) {
        en.append(',');
        zh.append('，');
      }
    }
    en.setCharAt(0, Character.toUpperCase(en.charAt(0)));
    return new Text(en.append('.').toString(), zh.append('。').toString());
  }

  /// A term of a code.
  String term(Language language, Code code, RandomGenerator random) {
    return term(language == Language.EN ? englishTerms : chineseTerms, code, random);
  }

  /// A word of any text.
  String word(Language language, RandomGenerator random) {
    return (language == Language.EN ? english : chinese).draw(random);
  }

  private static String term(Map<Code, Zipf<String>> terms, Code code, RandomGenerator random) {
    return java.util.Objects.requireNonNull(terms.get(code)).draw(random);
  }

  /// A name that no other number has, with the main technology in about every second one.
  Text organisation(int number, List<Code> codes, RandomGenerator random) {
    boolean telling = !codes.isEmpty() && random.nextInt(2) == 0;
    String field = telling ? term(englishTerms, codes.getFirst(), random) + " " : "";
    String chineseField = telling ? term(chineseTerms, codes.getFirst(), random) : "";
    return new Text(
        unique(number) + " " + field + ENDINGS.get(random.nextInt(ENDINGS.size())),
        uniqueChinese(number)
            + chineseField
            + CHINESE_ENDINGS.get(random.nextInt(CHINESE_ENDINGS.size())));
  }

  /// A name of a place that no other number has.
  Text place(int number) {
    return new Text(unique(number) + " City", uniqueChinese(number) + "市");
  }

  private static String unique(int number) {
    StringBuilder word = new StringBuilder();
    for (int rest = number + SYLLABLES.length; rest > 0; rest /= SYLLABLES.length) {
      word.append(SYLLABLES[rest % SYLLABLES.length]);
    }
    word.setCharAt(0, Character.toUpperCase(word.charAt(0)));
    return word.toString();
  }

  private static String uniqueChinese(int number) {
    StringBuilder word = new StringBuilder();
    for (int rest = number + CHARACTERS.length(); rest > 0; rest /= CHARACTERS.length()) {
      word.append(CHARACTERS.charAt(rest % CHARACTERS.length()));
    }
    return word.toString();
  }
}
