package greenpair.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.text.PluralFormat;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import greenpair.catalog.Language;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Holds the bundles to each other and to the code that uses them.
class BundlesTest {
  private static final Path CODE = Path.of("src/main/java/greenpair");
  private static final Pattern HAN_LITERAL =
      Pattern.compile("\"(?:[^\"\\\\\\n]|\\\\.)*\\p{IsHan}(?:[^\"\\\\\\n]|\\\\.)*\"");
  private static final Pattern QUOTED = Pattern.compile("(?=(\"\\.?([a-z][\\w.-]*)\"))");
  private static final Pattern GROUP = Pattern.compile("word\\(\\s*\"([\\w.-]+)\"");

  /// Keys that a template names in full.
  private static final Pattern SAID =
      Pattern.compile("(?:say|label|has)\\(\\s*\"([a-z][A-Za-z.]*[A-Za-z])\"");

  /// Files with Chinese that is data and no message: readings, units, particles, examples.
  private static final String DATA = "chinese-data.txt";

  private final Messages english = Messages.of(Language.EN);
  private final Messages chinese = Messages.of(Language.ZH);

  /// One call of `Message.of` or `Phrases.say` with a key that is written out.
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

  /// As the compiler reads them.
  private static List<Use> uses() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<Use> uses = new ArrayList<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        Stream<Path> all = Files.walk(CODE)) {
      var sources =
          files.getJavaFileObjectsFromPaths(
              all.filter(each -> each.toString().endsWith(".java")).toList());
      JavacTask task = (JavacTask) compiler.getTask(null, files, null, null, null, sources);
      for (CompilationUnitTree unit : task.parse()) {
        String file = unit.getSourceFile().getName();
        new TreeScanner<@Nullable Void, @Nullable Void>() {
          @Override
          public @Nullable Void visitMethodInvocation(
              MethodInvocationTree call, @Nullable Void none) {
            uses.addAll(use(file, call).stream().toList());
            return super.visitMethodInvocation(call, null);
          }
        }.scan(unit, null);
      }
    }
    return uses;
  }

  private static Optional<Use> use(String file, MethodInvocationTree call) {
    String method = call.getMethodSelect().toString();
    List<? extends ExpressionTree> given = call.getArguments();
    String key = given.isEmpty() ? "null" : literal(given.getFirst());
    if (key.equals("null")) {
      return Optional.empty();
    }
    if (method.equals("Message.of")) {
      return Optional.of(new Use(file, key, names(given.subList(1, given.size()))));
    }
    if (!method.endsWith("hrases.say")) {
      return Optional.empty();
    }
    if (given.size() == 1) {
      return Optional.of(new Use(file, "answer." + key, Set.of()));
    }
    return given.get(1) instanceof MethodInvocationTree map
            && map.getMethodSelect().toString().equals("Map.of")
        ? Optional.of(new Use(file, "answer." + key, names(map.getArguments())))
        : Optional.empty();
  }

  /// Every second argument, as far as it is written out.
  private static Set<String> names(List<? extends ExpressionTree> pairs) {
    Set<String> names = new TreeSet<>();
    for (int n = 0; n < pairs.size(); n += 2) {
      names.add(literal(pairs.get(n)));
    }
    return names;
  }

  private static String literal(ExpressionTree expression) {
    return expression instanceof LiteralTree literal ? String.valueOf(literal.getValue()) : "null";
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
      } else if (!english.arguments(use.key).equals(use.arguments)
          && !(use.key.startsWith("answer.") && use.arguments.contains("null"))) {
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

  /// A text is used where its key is written out in code or in a template, where a part is from
  /// which it is put together (`"gate." + name`), or where the group of its enum is.
  @Test
  void keys_areUsed() throws IOException {
    Set<String> written = new HashSet<>();
    Set<String> groups = new HashSet<>();
    List<String> all = new ArrayList<>(sources().values());
    all.addAll(templates().values());
    for (String code : all) {
      QUOTED.matcher(code).results().forEach(each -> written.add(each.group(2)));
      GROUP.matcher(code).results().forEach(each -> groups.add(each.group(1)));
    }
    Set<String> idle = new TreeSet<>();
    for (String key : english.keys()) {
      String said = key.replaceFirst("^(page|answer)\\.", "");
      boolean isUsed =
          Stream.of(key, said)
              .anyMatch(
                  each ->
                      written.contains(each)
                          || beginnings(each)
                              .anyMatch(
                                  part ->
                                      written.contains(part + ".")
                                          || groups.contains(part)
                                          || (part.contains(".") && written.contains(part))));
      // See HelpTextsTest; a fault of a page is named by its status.
      if (!isUsed && !key.matches("help\\..*|page\\.(error|field)\\..*")) {
        idle.add(key);
      }
    }
    assertEquals(Set.of(), idle);
  }

  /// What stands before each dot.
  private static Stream<String> beginnings(String key) {
    return IntStream.range(0, key.length())
        .filter(at -> key.charAt(at) == '.')
        .mapToObj(at -> key.substring(0, at));
  }

  private static Map<Path, String> templates() throws IOException {
    Map<Path, String> templates = new TreeMap<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/jte"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        templates.put(file.getFileName(), Files.readString(file));
      }
    }
    return templates;
  }

  @Test
  void everyText_thatTemplatesName_isThere() throws IOException {
    Set<String> missing = new TreeSet<>();
    templates()
        .forEach(
            (file, text) ->
                SAID.matcher(text)
                    .results()
                    .map(each -> each.group(1))
                    .filter(key -> !english.has("page." + key) && !english.has(key))
                    .forEach(key -> missing.add(file + ": " + key)));
    assertEquals(Set.of(), missing);
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
