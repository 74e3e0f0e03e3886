package greenpair.cli.settings;

import module java.base;

import greenpair.catalog.value.Word;
import greenpair.config.Problems;
import greenpair.message.Message;
import greenpair.message.Translated;
import greenpair.registry.config.ConfigFolder;

/// The settings as given, each with its source, and typed accessors for them. An invalid value is
/// reported and replaced by the default.
final class SettingSources {
  /// Variables of ours that are no settings: those of the launcher and of the terminal.
  private static final Set<String> OTHER_VARIABLES =
      Set.of("GREENPAIR_JAVA", "GREENPAIR_OPTS", "GREENPAIR_ROOT", Terminal.VARIABLE);

  private final Map<Setting, Value> values = new EnumMap<>(Setting.class);
  private final Problems problems;

  private record Value(String text, Message from) {}

  /// @param problems takes every fault
  SettingSources(
      Path file, Map<String, String> environment, Map<Setting, String> options, Problems problems) {
    this.problems = problems;
    fromFile(file);
    refuseUnknown(environment.keySet());
    String chosen = environment.getOrDefault(Terminal.VARIABLE, "");
    if (!chosen.matches("((en|zh)([_.-].*)?)?")) {
      problems.refuse(
          Terminal.VARIABLE, Message.of("check.one_of", "values", List.of("en", "zh")), chosen);
    }
    for (Setting each : Setting.values()) {
      // A script that forgot the value must not get the default, such as a public server.
      String variable = environment.get(each.variable());
      if (variable != null && variable.isBlank() && !each.fallback().isEmpty()) {
        problems.refuse(each.variable(), Message.of("setting.rule.not_empty"), "");
      } else if (variable != null && !variable.isBlank()) {
        values.put(
            each,
            new Value(
                variable.strip(), Message.of("setting.from.variable", "name", each.variable())));
      }
      String option = options.get(each);
      if (option != null) {
        values.put(each, new Value(option, Message.of("setting.from.option")));
      }
    }
  }

  /// A misspelt variable would otherwise leave, for example, a server public.
  private void refuseUnknown(Set<String> variables) {
    Set<String> known = new TreeSet<>(OTHER_VARIABLES);
    Arrays.stream(Setting.values()).map(Setting::variable).forEach(known::add);
    variables.stream()
        .filter(each -> each.startsWith(Setting.VARIABLE_PREFIX) && !known.contains(each))
        .sorted()
        .map(
            each ->
                Message.of(
                    "setting.unknown_variable", "word", each, "hint", Message.near(each, known)))
        .forEach(problems::add);
  }

  private void fromFile(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.exists(file)) {
      return;
    }
    String name = String.valueOf(file.getFileName());
    Map<String, Setting> words = Word.all(Setting.values());
    new ConfigFolder(folder)
        .document(name, problems)
        .forEach(
            (word, value) -> {
              Setting setting = words.get(word);
              if (setting == null) {
                problems.add(
                    Message.of(
                        "setting.unknown_key",
                        "file",
                        name,
                        "word",
                        word,
                        "hint",
                        Message.near(word, words.keySet())));
              } else {
                values.put(
                    setting,
                    new Value(
                        String.valueOf(value), Message.of("setting.from.file", "name", name)));
              }
            });
  }

  boolean has(Setting setting) {
    return values.containsKey(setting);
  }

  List<String> words(Setting setting) {
    return Arrays.stream(text(setting).split(","))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  String text(Setting setting) {
    Value value = values.get(setting);
    return value == null ? setting.fallback() : value.text();
  }

  long whole(Setting setting, long min, long max) {
    String text = text(setting);
    if (text.matches("[0-9]{1,18}")) {
      long number = Long.parseLong(text);
      if (number >= min && number <= max) {
        return number;
      }
    }
    fault(setting, Message.of("check.integer", "min", min, "max", max), text);
    return Long.parseLong(setting.fallback());
  }

  boolean flag(Setting setting) {
    return choice(setting, List.of("true", "false")).equals("true");
  }

  String choice(Setting setting, List<String> words) {
    String text = text(setting);
    if (!words.contains(text)) {
      fault(setting, Message.of("check.one_of", "values", words), text);
      return words.getFirst();
    }
    return text;
  }

  void fault(Setting setting, Message rule, String value) {
    problems.refuse(name(setting), rule, value);
  }

  /// Whether what other settings are about is not set; they would do nothing then.
  boolean isOff(Setting main) {
    boolean isOff = text(main).isBlank();
    String group = main.name().replaceFirst("_.*", "_");
    for (Setting each : Setting.values()) {
      if (isOff && each != main && each.name().startsWith(group) && has(each)) {
        String value = each.isSecret() ? "***" : text(each);
        fault(each, Message.of("setting.rule.alone", "other", main.word()), value);
      }
    }
    return isOff;
  }

  private Message name(Setting setting) {
    return Message.of("setting.of", "word", setting.word(), "from", from(setting));
  }

  /// Throws one exception that lists all faults, if there are any.
  void throwIfAny() {
    problems.throwIfAny(Message.of("setting.errors"));
  }

  /// Reports what is wrong with a setting and those beside it.
  void fault(Setting setting, Exception fault) {
    problems.at(name(setting), Translated.of(fault));
  }

  /// Pairs such as `staff=coordinator, towns=city`.
  Map<String, String> pairs(Setting setting) {
    Map<String, String> pairs = new TreeMap<>();
    for (String pair : text(setting).split(",", -1)) {
      int at = pair.lastIndexOf('=');
      if (at > 0) {
        pairs.put(pair.substring(0, at).strip(), pair.substring(at + 1).strip());
      } else if (!pair.isBlank()) {
        fault(setting, Message.of("setting.rule.pairs"), pair.strip());
      }
    }
    return pairs;
  }

  Message from(Setting setting) {
    Value value = values.get(setting);
    return value == null ? Message.of("setting.from.default") : value.from();
  }
}
