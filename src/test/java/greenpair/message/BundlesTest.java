package greenpair.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.text.PluralFormat;
import greenpair.catalog.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Holds the bundles to each other and to the code that uses them.
class BundlesTest {
  private static final Path CODE = Path.of("src/main/java/greenpair");
  private static final Pattern HAN_LITERAL =
      Pattern.compile("\"(?:[^\"\\\\\\n]|\\\\.)*\\p{IsHan}(?:[^\"\\\\\\n]|\\\\.)*\"");
  private static final Pattern KEY = Pattern.compile("\"([a-z][a-z_-]*(?:\\.[a-z0-9_-]+)+\\.?)\"");

  /// Files with Chinese that is data and no message: readings, units, particles, examples.
  private static final String DATA = "chinese-data.txt";

  private final Messages english = Messages.of(Language.EN);
  private final Messages chinese = Messages.of(Language.ZH);

  /// One call of `Message.of` with a key that is written out.
  private record Use(String file, String key, Set<String> arguments) {}

  static Map<Path, String> sources() throws IOException {
    Map<Path, String> sources = new TreeMap<>();
    try (Stream<Path> files = Files.walk(CODE)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        sources.put(CODE.relativize(file), Files.readString(file).replaceAll("(?m)^\\s*//.*", ""));
      }
    }
    return sources;
  }

  private static List<Use> uses() throws IOException {
    List<Use> uses = new ArrayList<>();
    for (Map.Entry<Path, String> source : sources().entrySet()) {
      String code = source.getValue();
      for (int at = code.indexOf("Message.of(");
          at >= 0;
          at = code.indexOf("Message.of(", at + 1)) {
        List<String> given = Calls.arguments(code, at + "Message.of".length());
        String key = Calls.literal(given.getFirst());
        if (key != null) {
          Set<String> names = new TreeSet<>();
          for (int n = 1; n < given.size(); n += 2) {
            names.add(String.valueOf(Calls.literal(given.get(n))));
          }
          uses.add(new Use(source.getKey().toString(), key, names));
        }
      }
    }
    return uses;
  }

  @Test
  void keys_areInBothLanguages_withTheSameArguments() {
    assertEquals(english.keys(), chinese.keys());
    for (String key : english.keys()) {
      assertEquals(english.arguments(key), chinese.arguments(key), key);
    }
  }

  /// A number that has a format in English would be written in plain digits in Chinese.
  @Test
  void numbers_withAFormatInEnglish_haveOneInChinese() {
    Set<String> plain = new TreeSet<>();
    for (String key : english.keys()) {
      MessageFormat one = new MessageFormat(english.pattern(key));
      MessageFormat other = new MessageFormat(chinese.pattern(key));
      for (String name : one.getArgumentNames()) {
        if (isNumber(one.getFormatByArgumentName(name))
            && other.getFormatByArgumentName(name) == null) {
          plain.add(key + " " + name);
        }
      }
    }
    assertEquals(Set.of(), plain);
  }

  private static boolean isNumber(@Nullable Format format) {
    return format instanceof PluralFormat || format instanceof NumberFormat;
  }

  @Test
  void calls_giveTheArguments_thatTheTextHas() throws IOException {
    List<Use> uses = uses();
    assertTrue(uses.size() > 150, "only " + uses.size() + " calls were recognised");
    Set<String> wrong = new TreeSet<>();
    for (Use use : uses) {
      if (!english.has(use.key)) {
        wrong.add(use.file + ": no bundle has " + use.key);
      } else if (!english.arguments(use.key).equals(use.arguments)) {
        wrong.add(
            use.file
                + ": "
                + use.key
                + " has "
                + english.arguments(use.key)
                + ", not "
                + use.arguments);
      }
    }
    assertEquals(Set.of(), wrong);
  }

  /// A key is used where it is written out, or where what it begins with is: `"kind." + word`.
  @Test
  void keys_areUsed() throws IOException {
    Set<String> written = new TreeSet<>();
    for (String code : sources().values()) {
      Matcher key = KEY.matcher(code);
      while (key.find()) {
        written.add(key.group(1));
      }
      Matcher group = Pattern.compile("\"([a-z_.]+\\.)\" \\+").matcher(code);
      while (group.find()) {
        written.add(group.group(1));
      }
    }
    Set<String> idle = new TreeSet<>();
    for (String key : english.keys()) {
      if (key.startsWith("page.") || key.startsWith("answer.") || key.startsWith("help.")) {
        continue; // see PageTextsTest, AnswerTextsTest and HelpTextsTest
      }
      if (!written.contains(key) && !written.contains(key.substring(0, key.lastIndexOf('.') + 1))) {
        idle.add(key);
      }
    }
    assertEquals(Set.of(), idle);
  }

  @Test
  void chinese_standsInBundles_notInJava() throws IOException {
    Set<String> found = new TreeSet<>();
    for (Map.Entry<Path, String> source : sources().entrySet()) {
      if (HAN_LITERAL.matcher(source.getValue()).find()) {
        found.add(source.getKey().toString());
      }
    }
    assertEquals(
        String.join("\n", lines(DATA)),
        String.join("\n", found),
        "put what the program says into messages_en and messages_zh; " + DATA + " lists data");
  }

  @Test
  void english_neitherScoldsNorUsesWordsOfNoField() {
    Set<String> odd = new TreeSet<>();
    Pattern words = Pattern.compile("(?i)\\b(mend|anew|stands)\\b");
    for (String key : english.keys()) {
      String text = english.pattern(key);
      if (words.matcher(text).find()) {
        odd.add(key + ": " + text);
      }
    }
    assertEquals(Set.of(), odd);
  }

  private static Set<String> lines(String file) throws IOException {
    try (InputStream in = BundlesTest.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
