package greenpair.message;

import module java.base;

import greenpair.catalog.Language;
import greenpair.catalog.Text;

/// The sentences of answers in both languages: those of the bundles whose keys begin with
/// `answer.`, or what the operator wrote instead in `index-config/phrases.yaml`.
///
/// Safe for use by several threads.
public final class Phrases {
  public static final String FILE = "phrases.yaml";
  private static final String ANSWER = "answer.";

  /// What the operator wrote.
  private final Messages english;

  private final Messages chinese;

  /// Phrases without arguments, which are most phrases of 200 candidates.
  private final Map<String, Text> plain = new ConcurrentHashMap<>();

  private Phrases(Map<String, String> english, Map<String, String> chinese) {
    this.english = new Messages(Language.EN, english);
    this.chinese = new Messages(Language.ZH, chinese);
  }

  /// Reads the sentences that replace those of the bundles. A key that the bundles do not have, a
  /// sentence in one language only, one with arguments that the other language does not have or
  /// that no caller gives, and one that is not in ICU's message syntax are errors.
  ///
  /// @param replacing the sentences by key
  /// @param faults takes a key and the rule that it breaks
  public static Phrases read(Map<String, Text> replacing, BiConsumer<String, Message> faults) {
    Map<String, String> english = new HashMap<>();
    Map<String, String> chinese = new HashMap<>();
    replacing.forEach(
        (key, text) -> {
          Optional<Message> fault = fault(key, text);
          fault.ifPresent(rule -> faults.accept(key, rule));
          if (fault.isEmpty()) {
            english.put(ANSWER + key, text.best(Language.EN));
            chinese.put(ANSWER + key, text.best(Language.ZH));
          }
        });
    return new Phrases(english, chinese);
  }

  private static Optional<Message> fault(String key, Text text) {
    Messages own = Messages.of(Language.EN);
    if (!own.has(ANSWER + key)) {
      return Optional.of(Message.of("phrase.key", "near", Message.near(key, keys())));
    }
    try {
      Messages english = new Messages(Language.EN, Map.of(key, text.best(Language.EN)));
      Messages chinese = new Messages(Language.ZH, Map.of(key, text.best(Language.ZH)));
      if (!english.arguments(key).equals(chinese.arguments(key))) {
        return Optional.of(Message.of("phrase.arguments"));
      }
      if (english.hasFormats(key) || chinese.hasFormats(key)) {
        return Optional.of(Message.of("phrase.format"));
      }
      Set<String> given = own.arguments(ANSWER + key);
      return english.arguments(key).stream()
          .filter(each -> !given.contains(each))
          .sorted()
          .findFirst()
          .map(each -> Message.of("phrase.unfilled", "name", each));
    } catch (IllegalArgumentException e) {
      return Optional.of(Message.of("phrase.syntax"));
    }
  }

  /// The keys of all sentences, without the prefix of the bundles.
  static Set<String> keys() {
    return Messages.of(Language.EN).keys().stream()
        .filter(key -> key.startsWith(ANSWER))
        .map(key -> key.substring(ANSWER.length()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  public Text say(String key) {
    return say(key, Map.of());
  }

  /// The sentence with its arguments filled in.
  ///
  /// @throws IllegalArgumentException if there is no such key, or if an argument has no value
  public Text say(String key, Map<String, Text> values) {
    Text known = plain.get(key);
    if (known != null) {
      return known;
    }
    String full = ANSWER + key;
    boolean isReplaced = english.has(full);
    Messages own = isReplaced ? english : Messages.of(Language.EN);
    Messages other = isReplaced ? chinese : Messages.of(Language.ZH);
    for (String argument : own.arguments(full)) {
      if (!values.containsKey(argument)) {
        throw new IllegalArgumentException("no value for {" + argument + "}");
      }
    }
    Text text = new Text(own.say(full, values), other.say(full, values));
    if (own.arguments(full).isEmpty()) {
      plain.put(key, text);
    }
    return text;
  }

  /// The same word in both languages, such as a number.
  public static Text same(Object value) {
    String word = String.valueOf(value);
    return new Text(word, word);
  }

  /// Joins sentences, in English with a space, in Chinese without.
  public static Text join(Collection<Text> sentences) {
    return join(sentences, " ", "");
  }

  /// Lists names, in each language with its comma.
  public static Text list(Collection<Text> names) {
    return join(names, ", ", "、");
  }

  /// Lists what belongs together: "a", "a and b", "a, b and c".
  public Text all(List<Text> names) {
    return names.size() < 2
        ? list(names)
        : say(
            "list.and",
            Map.of("first", list(names.subList(0, names.size() - 1)), "last", names.getLast()));
  }

  private static Text join(Collection<Text> texts, String english, String chinese) {
    return new Text(
        texts.stream().map(each -> each.best(Language.EN)).collect(Collectors.joining(english)),
        texts.stream().map(each -> each.best(Language.ZH)).collect(Collectors.joining(chinese)));
  }
}
