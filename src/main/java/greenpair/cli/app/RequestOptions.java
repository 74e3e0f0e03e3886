package greenpair.cli.app;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.EntryId;
import greenpair.index.contract.Facet;
import greenpair.message.Message;
import greenpair.web.http.Fault;
import greenpair.web.http.RefusedException;
import greenpair.web.input.Rules;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The options of a command that are the fields of a request of the API: with the same names, rules
/// and descriptions, and written as in a form.
public final class RequestOptions {
  private static final Map<Class<?>, String> LABELS =
      Map.of(EntryId.class, "ID", Code.class, "CODE", String.class, "TEXT");

  /// Fields that are parameters of commands.
  private static final Set<String> PARAMETERS = Set.of("id", "q");

  /// Rules of what does not exist.
  private static final Set<String> ABSENT = Set.of("check.entry", "check.code");

  private RequestOptions() {}

  /// Adds an option for each field.
  ///
  /// @param not fields that the command line does not have
  public static CommandSpec add(CommandSpec command, Class<?> type, Set<String> not) {
    for (RecordComponent each : type.getRecordComponents()) {
      if (Rules.isUnwrapped(each)) {
        var _ = add(command, each.getType(), not);
      } else if (each.getType() == Map.class) {
        for (Facet facet : Facet.values()) {
          String label = facet.spoken().isEmpty() ? "VALUE" : String.join("|", facet.spoken());
          command.addOption(option(facet.word(), true).paramLabel(label).build());
        }
      } else if (!not.contains(Rules.key(each))) {
        command.addOption(option(each));
      }
    }
    return command;
  }

  private static OptionSpec option(RecordComponent component) {
    String key = Rules.key(component);
    Class<?> type = component.getType();
    if (type == boolean.class) {
      return OptionSpec.builder(name(key)).type(boolean.class).build();
    }
    boolean isMany = type == List.class;
    Class<?> value = isMany ? Rules.element(component.getGenericType()) : type;
    return option(key, isMany).paramLabel(label(value)).build();
  }

  private static OptionSpec.Builder option(String key, boolean isMany) {
    return OptionSpec.builder(name(key))
        .arity("1")
        .type(isMany ? List.class : String.class)
        .auxiliaryTypes(String.class);
  }

  private static String name(String key) {
    return "--" + key.replace('_', '-');
  }

  private static String label(Class<?> type) {
    return type.isEnum()
        ? type.getSimpleName().toUpperCase(Locale.ROOT)
        : LABELS.getOrDefault(type, "N");
  }

  /// The options that were given, by the keys of the request: texts, flags, and lists of texts.
  public static Map<String, Object> given(CommandSpec command, Class<?> type) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (String key : Rules.keys(type)) {
      OptionSpec option = command.findOption(name(key));
      if (option != null && command.commandLine().getParseResult().hasMatchedOption(option)) {
        fields.put(key, option.getValue());
      }
    }
    return fields;
  }

  public static List<Message> faults(RefusedException refused) {
    return refused.faults().stream().map(RequestOptions::fault).toList();
  }

  /// Whether a request names something that does not exist.
  public static boolean isAbsent(RefusedException refused) {
    return refused.faults().stream().anyMatch(each -> ABSENT.contains(each.rule().key()));
  }

  private static Message fault(Fault fault) {
    String key = fault.field().replaceFirst("[.\\[].*", "");
    String option = PARAMETERS.contains(key) ? key : name(key);
    Message rule = ofOptions(fault.rule());
    Message sentence =
        fault.value() == null
            ? Message.of("fault.sentence", "field", option, "rule", rule)
            : Message.of(
                "usage.value", "name", option, "rule", rule, "value", fault.value(), "hint", "");
    return Message.of("usage.fault", "sentence", sentence, "next", next(fault.next()));
  }

  /// The message, with the option in the place of another field.
  private static Message ofOptions(Message message) {
    Map<String, Object> said = new HashMap<>(message.arguments());
    said.computeIfPresent("other", (name, other) -> name(other.toString()));
    return new Message(message.key(), said);
  }

  /// The advice, with the command that finds ids and codes instead of the address.
  private static Message next(Message advice) {
    if (advice.key().startsWith("find.")) {
      return Message.of("usage.find", "kind", advice.key().substring("find.".length()));
    }
    if (advice.key().equals("check.code.next")) {
      return Message.of("usage.find_code");
    }
    return advice.arguments().get("advice") instanceof Message inner
        ? Message.of(
            advice.key(),
            "near",
            Objects.requireNonNull(advice.arguments().get("near")),
            "advice",
            next(inner))
        : ofOptions(advice);
  }
}
