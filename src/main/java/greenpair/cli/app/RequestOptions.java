package greenpair.cli.app;

import greenpair.catalog.Code;
import greenpair.catalog.EntryId;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.index.read.Snapshot;
import greenpair.message.Message;
import greenpair.web.http.Fault;
import greenpair.web.http.RefusedException;
import greenpair.web.input.Binder;
import greenpair.web.input.Input;
import greenpair.web.input.Rules;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The options of a command that are the fields of a request of the API: with the same names, rules
/// and descriptions, and written as in a form.
public final class RequestOptions {
  private static final Map<Class<?>, String> LABELS =
      Map.of(
          EntryId.class, "ID",
          Code.class, "CODE",
          LocalDate.class, "DATE",
          LocalTime.class, "TIME",
          ZoneId.class, "ZONE",
          String.class, "TEXT");

  private RequestOptions() {}

  /// Adds an option for each field.
  ///
  /// @param files fields that name a file here
  /// @param not fields that the command line does not have
  public static CommandSpec add(
      CommandSpec command, Class<?> type, Set<String> files, Set<String> not) {
    for (RecordComponent each : type.getRecordComponents()) {
      String key = Binder.key(each);
      if (not.contains(key)) {
        continue;
      }
      OptionSpec.Builder option = OptionSpec.builder(name(key));
      if (each.getType() == boolean.class) {
        option.type(boolean.class);
      } else {
        boolean isMany = each.getType() == List.class;
        Class<?> value = isMany ? Binder.element(each.getGenericType()) : each.getType();
        option
            .arity("1")
            .type(isMany ? List.class : String.class)
            .auxiliaryTypes(String.class)
            .paramLabel(files.contains(key) ? "FILE" : label(value));
      }
      command.addOption(option.build());
    }
    return command;
  }

  private static String name(String key) {
    return "--" + key.replace('_', '-');
  }

  private static String label(Class<?> type) {
    Rules.Notation notation = type.getAnnotation(Rules.Notation.class);
    return notation != null ? notation.example() : LABELS.getOrDefault(type, "N");
  }

  /// The options that were given, as the content of a request.
  public static Input input(
      CommandSpec command, Class<?> type, Snapshot snapshot, Taxonomy taxonomy) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (String key : Binder.keys(type)) {
      OptionSpec option = command.findOption(name(key));
      if (option != null && command.commandLine().getParseResult().hasMatchedOption(option)) {
        fields.put(key, option.getValue());
      }
    }
    return Input.written(fields, snapshot, taxonomy);
  }

  /// The faults of a request with the names of the options, one on two lines each.
  public static List<Message> faults(RefusedException refused) {
    return refused.faults().stream()
        .map(
            each -> {
              String option = name(each.field().replaceFirst("[.\\[].*", ""));
              Fault fault = new Fault(option, each.value(), each.rule(), each.next());
              return Message.of("usage.fault", "sentence", fault.sentence(), "next", fault.next());
            })
        .collect(Collectors.toList());
  }
}
