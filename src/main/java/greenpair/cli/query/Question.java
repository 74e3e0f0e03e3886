package greenpair.cli.query;

import module java.base;

import greenpair.cli.app.CommandWiring;
import greenpair.cli.app.Exit;
import greenpair.cli.app.OpenIndex;
import greenpair.cli.app.RequestOptions;
import greenpair.cli.app.Subcommand;
import greenpair.index.read.Snapshot;
import greenpair.web.answers.StoredRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// A question that the API answers too: the options are the fields of its request, and the answer
/// is the same.
abstract class Question extends Subcommand {
  private final Class<?> request;
  private final Set<String> omitted;

  private @Nullable CommandSpec spec;

  /// @param omitted fields that are no options
  Question(Class<?> request, Set<String> omitted) {
    this.request = request;
    this.omitted = omitted;
  }

  @Spec
  void addOptions(CommandSpec command) {
    this.spec = RequestOptions.add(command, request, omitted);
  }

  /// @param given the fields that were given
  abstract StoredRequest question(Map<String, Object> given);

  abstract String text(Object answer, Snapshot snapshot);

  @Override
  public Integer call() throws IOException {
    CommandWiring wiring = wiring();
    Map<String, Object> given = RequestOptions.given(Objects.requireNonNull(spec), request);
    given.keySet().removeAll(omitted);
    StoredRequest question = question(given);
    try (OpenIndex index = OpenIndex.open(wiring, places)) {
      Object answer = wiring.recorder().answer(question, index.snapshot());
      output.print(answer, () -> text(answer, index.snapshot()));
    }
    return Exit.OK;
  }

  /// An address with the fields as its query; a list may be separated by commas.
  static StoredRequest get(String path, Map<String, Object> fields) {
    List<String> pairs = new ArrayList<>();
    fields.forEach((key, value) -> texts(value).forEach(each -> pairs.add(pair(key, each))));
    return StoredRequest.get(pairs.isEmpty() ? path : path + "?" + String.join("&", pairs));
  }

  static List<String> texts(Object value) {
    return value instanceof List<?> all
        ? all.stream().flatMap(each -> List.of(each.toString().split(",")).stream()).toList()
        : List.of(value.toString());
  }

  private static String pair(String key, String value) {
    return key + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  static String encoded(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8);
  }
}
