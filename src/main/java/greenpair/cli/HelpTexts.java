package greenpair.cli;

import module java.base;

import greenpair.catalog.Language;
import greenpair.catalog.value.Word;
import greenpair.message.Message;
import greenpair.message.Messages;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help;

/// The texts of `--help` for picocli, in the language of the terminal.
///
/// A key is the option, such as `help.data`, or the command and the option, such as
/// `help.greenpair.reindex.force`; picocli looks for the longer one first. An option without such a
/// message has the description of the field of the API, or else the label of the field in forms.
/// The examples of a command, which are the same in each language, are in `examples.txt`.
final class HelpTexts extends ResourceBundle {
  private static final String HELP = "help.";
  private static final String FIELD = "api.parameter.";
  private static final String LABEL = "page.input.";
  private static final String EXAMPLES = ".usage.footer";

  private final Language language;
  private final Messages texts;
  private final Map<String, String> keys = new LinkedHashMap<>();
  private final Map<String, String> examples = examples();

  HelpTexts(Language language) {
    this.language = language;
    this.texts = Messages.of(language);
    for (String key : texts.keys()) {
      if (key.startsWith(LABEL)) {
        keys.putIfAbsent(key.substring(LABEL.length()).replace('_', '-'), key);
      } else if (key.startsWith(FIELD)) {
        String[] parts = key.substring(FIELD.length()).split("-", 2);
        String command = parts.length == 1 ? "" : "greenpair." + parts[1].replace('_', '.') + ".";
        keys.put(command + parts[0].replace('_', '-'), key);
      }
    }
    texts.keys().stream().filter(key -> key.startsWith(HELP)).forEach(this::add);
    examples.keySet().forEach(key -> keys.put(key, key));
  }

  /// Picocli reads the lines of a text from keys that end in `.0`, `.1` and so on.
  private void add(String key) {
    String name = key.substring(HELP.length());
    int lines = texts.pattern(key).split("\n").length;
    for (int line = 0; line < lines; line++) {
      keys.put(lines == 1 ? name : name + "." + line, key);
    }
  }

  /// The examples by key. A group of commands shows the first of each of its commands.
  private static Map<String, String> examples() {
    Map<String, String> all = new LinkedHashMap<>();
    Map<String, String> ofGroups = new LinkedHashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(HelpTexts.class.getResourceAsStream("examples.txt")),
                StandardCharsets.UTF_8))) {
      String command = "";
      for (String line : lines.lines().toList()) {
        if (line.startsWith("[")) {
          command = line.substring(1, line.length() - 1);
        } else if (!line.isEmpty() && !line.startsWith("#")) {
          String shown = "  " + line.replace("%", "%%") + "%n";
          all.merge(key(command), shown, String::concat);
          if (command.split(" ").length == 3 && line.startsWith(command)) {
            String group = key(command.substring(0, command.lastIndexOf(' ')));
            if (!ofGroups.getOrDefault(group, "").contains("  " + command)) {
              ofGroups.merge(group, shown, String::concat);
            }
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ofGroups.forEach(all::putIfAbsent);
    return all;
  }

  private static String key(String command) {
    return command.replace(' ', '.') + EXAMPLES;
  }

  String commandList(Help help) {
    StringBuilder list = new StringBuilder();
    for (Commands task : Commands.values()) {
      Map<String, Help> commands = new LinkedHashMap<>(help.subcommands());
      commands.keySet().retainAll(task.names());
      list.append(list.isEmpty() ? "" : "\n")
          .append(Message.of("usage.task", "word", Word.of(task)).in(language))
          .append('\n')
          .append(help.commandList(commands));
    }
    return list.toString();
  }

  @Override
  protected @Nullable Object handleGetObject(String key) {
    String message = keys.get(key);
    String example = examples.get(key);
    if (example != null || message == null) {
      return example;
    }
    List<String> lines = texts.say(message, Map.of()).lines().toList();
    int at = lines.size() == 1 ? 0 : Integer.parseInt(key.substring(key.lastIndexOf('.') + 1));
    return lines.get(at);
  }

  @Override
  public Enumeration<String> getKeys() {
    return Collections.enumeration(keys.keySet());
  }
}
