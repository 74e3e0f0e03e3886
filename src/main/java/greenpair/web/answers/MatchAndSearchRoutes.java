package greenpair.web.answers;

import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.index.read.Snapshot;
import greenpair.match.Recommender;
import greenpair.message.Message;
import greenpair.web.http.Faults;
import greenpair.web.http.RefusedException;
import greenpair.web.http.ValueParser;
import greenpair.web.input.Input;
import greenpair.web.input.NearNames;
import greenpair.web.input.Parameters;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The questions that match and search answer: their routes and parsers. These routes are served,
/// and their answers can be saved and reproduced.
public final class MatchAndSearchRoutes {
  private final NearNames near = new NearNames();
  private final List<Address> all = new ArrayList<>();

  public record Address(HandlerType method, String path, AnswerEndpoint.RequestParser reading) {}

  public MatchAndSearchRoutes(Recommender recommender, LiveAnswerParts engines) {
    RecommendationHandler recommendations = new RecommendationHandler(recommender);
    get("/api/v1/cities/{id}/recommendations", recommendations::ofCity);
    get("/api/v1/needs/{id}/recommendations", recommendations::ofNeed);
    all.add(new Address(HandlerType.POST, "/api/v1/recommendations", recommendations::described));
    MatchingHandler matching = new MatchingHandler(recommender);
    get("/api/v1/needs/{id}/packages", matching::packages);
    get("/api/v1/gaps", matching::gaps);
    get("/api/v1/partners/{id}/opportunities", matching::opportunities);
    SearchHandler search = new SearchHandler(engines);
    get("/api/v1/search", search::everything);
    get("/api/v1/suggestions", search::suggestions);
    get("/api/v1/solutions", search::solutions);
    get("/api/v1/partners", search::partners);
  }

  private void get(String path, AnswerEndpoint.RequestParser reading) {
    all.add(new Address(HandlerType.GET, path, reading));
  }

  public List<Address> all() {
    return List.copyOf(all);
  }

  /// The request of a stored question.
  ///
  /// @throws RefusedException with all faults
  public AnswerEndpoint.ParsedRequest read(
      StoredRequest question, Snapshot snapshot, Taxonomy taxonomy) {
    for (Address each : all) {
      Optional<Map<String, String>> parts =
          each.method().name().equals(question.method())
              ? parts(each.path(), question.path())
              : Optional.empty();
      if (parts.isPresent()) {
        ValueParser checks = new ValueParser(new Faults(), taxonomy);
        return each.reading().read(new Input(question.sent(parts.get()), snapshot, checks, near));
      }
    }
    throw RefusedException.invalid(
        "address",
        question.method() + " " + question.address(),
        Message.of("record.question"),
        Message.of("record.question.next"));
  }

  /// The named parts of a path, or nothing if it is none of that form.
  private static Optional<Map<String, String>> parts(String form, String path) {
    String[] wanted = form.split("/", -1);
    String[] given = path.split("/", -1);
    if (wanted.length != given.length) {
      return Optional.empty();
    }
    Map<String, String> parts = new HashMap<>();
    for (int at = 0; at < wanted.length; at++) {
      if (wanted[at].startsWith("{")) {
        String name = wanted[at].substring(1, wanted[at].length() - 1);
        parts.put(name, Parameters.decode(given[at]).orElse(given[at]));
      } else if (!wanted[at].equals(given[at])) {
        return Optional.empty();
      }
    }
    return Optional.of(parts);
  }
}
