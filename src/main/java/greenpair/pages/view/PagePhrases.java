package greenpair.pages.view;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import greenpair.catalog.Language;
import greenpair.config.Lazy;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// The phrases of the pages: `page-phrases.properties`, in which each key occurs once with `.en`
/// and once with `.zh`. Arguments follow ICU's message syntax, which handles plurals by language.
public final class PagePhrases {
  private static final String FILE = "/greenpair/pages/page-phrases.properties";

  /// One table for both languages and all users, read when the first phrase is shown.
  private static final Lazy<Properties> ALL = new Lazy<>(PagePhrases::read);

  private final String suffix;
  private final ULocale locale;
  private final Map<String, MessageFormat> parsed = new ConcurrentHashMap<>();

  private PagePhrases(Language language) {
    this.suffix = "." + language.name().toLowerCase(Locale.ROOT);
    this.locale =
        switch (language) {
          case EN -> ULocale.US;
          case ZH -> ULocale.SIMPLIFIED_CHINESE;
        };
  }

  static PagePhrases of(Language language) {
    return new PagePhrases(language);
  }

  private static Properties read() {
    Properties all = new Properties();
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(PagePhrases.class.getResourceAsStream(FILE), FILE),
            StandardCharsets.UTF_8)) {
      all.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  Set<String> keys() {
    Set<String> keys = new TreeSet<>();
    for (String key : ALL.get().stringPropertyNames()) {
      if (key.endsWith(suffix)) {
        keys.add(key.substring(0, key.length() - suffix.length()));
      }
    }
    return keys;
  }

  public boolean has(String key) {
    return ALL.get().containsKey(key + suffix);
  }

  /// The phrase with its slots filled.
  ///
  /// @param pairs names of slots, each followed by its value
  /// @throws IllegalArgumentException for a key that the bundle does not have
  String say(String key, Object... pairs) {
    String pattern = ALL.get().getProperty(key + suffix);
    if (pattern == null) {
      throw new IllegalArgumentException("no phrase has the key " + key);
    }
    if (pairs.length == 0) {
      return pattern;
    }
    Map<String, Object> values = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      values.put((String) pairs[i], pairs[i + 1]);
    }
    // A MessageFormat is not to be used by two threads at once; a clone costs less than parsing.
    MessageFormat format =
        parsed.computeIfAbsent(key, absent -> new MessageFormat(pattern, locale));
    return ((MessageFormat) format.clone()).format(values);
  }
}
