package greenpair.message;

import module java.base;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.util.ULocale;
import greenpair.catalog.Language;
import greenpair.catalog.Text;
import org.jspecify.annotations.Nullable;

/// The texts of one language: a bundle of keys with patterns in ICU's message syntax, which has
/// plurals, numbers and dates by language. A pattern is parsed once, when it is first used.
///
/// Safe for use by several threads.
public final class Messages {
  /// Read when it is first used.
  private static final class English {
    static final Messages ALL = read(Language.EN);
  }

  private static final class Chinese {
    static final Messages ALL = read(Language.ZH);
  }

  private final Language language;
  private final Map<String, String> patterns;
  private final Map<String, Parsed> parsed = new ConcurrentHashMap<>();

  /// @param names all arguments
  /// @param plain arguments that have no format of their own
  /// @param text the result, if there are no arguments
  private record Parsed(
      MessageFormat format, Set<String> names, Set<String> plain, @Nullable String text) {}

  /// @param patterns by key
  Messages(Language language, Map<String, String> patterns) {
    this.language = language;
    this.patterns = patterns;
  }

  public static Messages of(Language language) {
    return switch (language) {
      case EN -> English.ALL;
      case ZH -> Chinese.ALL;
    };
  }

  private static Messages read(Language language) {
    String file = "messages_" + language.word() + ".properties";
    Properties all = new Properties();
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(Messages.class.getResourceAsStream(file), file),
            StandardCharsets.UTF_8)) {
      all.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> patterns = new HashMap<>();
    all.forEach((key, pattern) -> patterns.put((String) key, (String) pattern));
    return new Messages(language, patterns);
  }

  /// The text of a message.
  ///
  /// @throws IllegalArgumentException if the bundle does not have the key
  public String say(Message message) {
    return say(message.key(), message.arguments());
  }

  /// The text of a key with its arguments filled in.
  ///
  /// @throws IllegalArgumentException if the bundle does not have the key
  public String say(String key, Map<String, ?> arguments) {
    Parsed pattern = parsed(key);
    if (pattern.text != null) {
      return pattern.text;
    }
    Map<String, Object> values = new HashMap<>();
    arguments.forEach(
        (name, value) -> values.put(name, value(value, pattern.plain.contains(name))));
    // A MessageFormat is not safe for several threads. The lock is held for microseconds, and a
    // clone for each call would cost more than formatting.
    synchronized (pattern.format) {
      return pattern.format.format(values);
    }
  }

  /// A list with the separators of this language.
  public String list(Collection<?> values) {
    return values.stream()
        .map(each -> String.valueOf(value(each, true)))
        .collect(Collectors.joining(language == Language.EN ? ", " : "\u3001"));
  }

  private Object value(Object value, boolean isPlain) {
    return switch (value) {
      case Message message -> say(message);
      case Text text -> text.best(language);
      case Collection<?> values -> list(values);
      case Number number when !isPlain -> number;
      default -> value.toString();
    };
  }

  public boolean has(String key) {
    return patterns.containsKey(key);
  }

  public Set<String> keys() {
    return new TreeSet<>(patterns.keySet());
  }

  /// The names of the arguments of a text.
  Set<String> arguments(String key) {
    return parsed(key).names;
  }

  /// Whether a text has an argument with a format, such as a number or a plural, other than a
  /// choice between words.
  boolean hasFormats(String key) {
    return Arrays.stream(parsed(key).format.getFormats()).anyMatch(Objects::nonNull);
  }

  private Parsed parsed(String key) {
    Parsed known = parsed.get(key);
    return known == null ? parsed.computeIfAbsent(key, this::parse) : known;
  }

  /// The text of a key as it stands in the bundle.
  ///
  /// @throws IllegalArgumentException if the bundle does not have the key
  public String pattern(String key) {
    String pattern = patterns.get(key);
    if (pattern == null) {
      throw new IllegalArgumentException("no message has the key " + key);
    }
    return pattern;
  }

  private Parsed parse(String key) {
    String pattern = pattern(key);
    ULocale locale =
        switch (language) {
          case EN -> ULocale.US;
          case ZH -> ULocale.SIMPLIFIED_CHINESE;
        };
    MessageFormat format = new MessageFormat(pattern, locale);
    Set<String> names = Set.copyOf(format.getArgumentNames());
    String text = names.isEmpty() ? format.format(Map.of()) : null;
    return new Parsed(format, names, plain(pattern), text);
  }

  private static Set<String> plain(String pattern) {
    MessagePattern parts = new MessagePattern(pattern);
    Set<String> plain = new HashSet<>();
    Set<String> formatted = new HashSet<>();
    for (int at = 0; at < parts.countParts(); at++) {
      MessagePattern.Part part = parts.getPart(at);
      if (part.getType() == MessagePattern.Part.Type.ARG_START) {
        String name = parts.getSubstring(parts.getPart(at + 1));
        boolean isPlain = part.getArgType() == MessagePattern.ArgType.NONE;
        (isPlain ? plain : formatted).add(name);
      }
    }
    plain.removeAll(formatted);
    return plain;
  }
}
