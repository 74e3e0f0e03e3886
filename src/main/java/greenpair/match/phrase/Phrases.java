package greenpair.match.phrase;

import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.config.Problems;
import greenpair.config.Settings;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `index-config/phrases.yaml`: every sentence that an answer may contain, in both languages, with
/// `{names}` for what is filled in. A phrase in one language only, or with different values in the
/// two languages, is a startup error.
public final class Phrases {
  public static final String FILE = "phrases.yaml";
  private static final Pattern SLOT = Pattern.compile("\\{([a-z_]+)}");

  private final Map<String, Text> phrases;

  /// Keys of the phrases without slots, which are most phrases of 200 candidates.
  private final Set<String> plain = new HashSet<>();

  private Phrases(Map<String, Text> phrases) {
    this.phrases = phrases;
    phrases.forEach(
        (key, text) -> {
          if (slots(text.best(Language.EN)).isEmpty()) {
            plain.add(key);
          }
        });
  }

  public static Phrases read(Settings all, Problems problems) {
    Map<String, Text> phrases = new LinkedHashMap<>();
    for (String key : all.keys()) {
      Text text = all.bilingual(key);
      if (!slots(text.best(Language.EN)).equals(slots(text.best(Language.ZH)))) {
        all.problem(key, "fills in different {names} in its two languages");
      }
      for (String slot : slots(text.best(Language.EN))) {
        if (PhraseKeys.ALL.contains(key) && !PhraseKeys.slots(key).contains(slot)) {
          all.problem(key, "has {" + slot + "}, which nothing fills in");
        }
      }
      phrases.put(key, text);
    }
    all.finish();
    if (phrases.isEmpty()) {
      return new Phrases(phrases); // The file is missing or not YAML, which was already reported.
    }
    for (String key : PhraseKeys.ALL) {
      if (!phrases.containsKey(key)) {
        problems.add(FILE + ": the phrase \"" + key + "\" is missing");
      }
    }
    for (String key : phrases.keySet()) {
      if (!PhraseKeys.ALL.contains(key)) {
        problems.add(
            "%s: unknown phrase \"%s\"%s"
                .formatted(FILE, key, greenpair.catalog.value.Nearest.hint(key, PhraseKeys.ALL)));
      }
    }
    return new Phrases(phrases);
  }

  private static Set<String> slots(String text) {
    Set<String> slots = new TreeSet<>();
    Matcher slot = SLOT.matcher(text);
    while (slot.find()) {
      slots.add(slot.group(1));
    }
    return slots;
  }

  public Text say(String key) {
    return say(key, Map.of());
  }

  /// The phrase with its slots filled.
  public Text say(String key, Map<String, Text> values) {
    Text phrase = phrases.get(key);
    if (phrase == null) {
      throw new IllegalArgumentException("no phrase has the key " + key);
    }
    if (plain.contains(key)) {
      return phrase;
    }
    return new Text(fill(phrase, Language.EN, values), fill(phrase, Language.ZH, values));
  }

  private static String fill(Text phrase, Language language, Map<String, Text> values) {
    return SLOT.matcher(phrase.best(language))
        .replaceAll(
            slot -> {
              Text value = values.get(slot.group(1));
              if (value == null) {
                throw new IllegalArgumentException("no value for {" + slot.group(1) + "}");
              }
              return Matcher.quoteReplacement(value.best(language));
            });
  }

  /// The same word in both languages, such as a number.
  public static Text same(Object value) {
    String word = String.valueOf(value);
    return new Text(word, word);
  }

  /// Joins sentences, in English with a space, in Chinese without.
  public static Text join(Iterable<Text> sentences) {
    StringBuilder en = new StringBuilder();
    StringBuilder zh = new StringBuilder();
    for (Text sentence : sentences) {
      en.append(en.isEmpty() ? "" : " ").append(sentence.best(Language.EN));
      zh.append(sentence.best(Language.ZH));
    }
    return new Text(en.toString(), zh.toString());
  }
}
