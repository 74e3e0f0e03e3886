package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import greenpair.cli.ServedCohort;
import greenpair.program.access.Caller.Role;
import greenpair.web.plans.PlanDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/// Plans that are made of the same inputs through the API and by commands.
final class PlannedTwice {
  private final Client client;
  private final String token;
  private final ServedCohort commands;
  private final Path folder;
  private final Map<String, JsonNode> answers = new HashMap<>();
  private final Map<String, JsonNode> printed = new HashMap<>();
  private final Map<String, String[]> words = new HashMap<>();

  /// @param folder of the plans that the commands save
  PlannedTwice(Served served, ServedCohort commands, Path folder) {
    this.client = served.client();
    this.token = served.cohort().token("Li", Role.COORDINATOR);
    this.commands = commands;
    this.folder = folder;
  }

  /// Makes a plan of that sort by both.
  ///
  /// @param options of the command, with blanks between them
  void plan(String sort, String body, String options) {
    Client.Reply asked = client.as(token, "POST", "/api/v1/plans/" + sort, body);
    assertEquals(202, asked.status(), asked::text);
    JsonNode answer = Plans.await(client, token, asked.header("Location"));
    assertEquals("made", answer.at("/about/state").asString(), answer::toString);
    answers.put(sort, answer);
    words.put(sort, ("plan " + sort + " " + options).split(" ", -1));
    printed.put(sort, commands.json(with(sort, "--out", file(sort).toString(), "--json")));
  }

  private String[] with(String sort, String... more) {
    List<String> all = new ArrayList<>(List.of(Objects.requireNonNull(words.get(sort))));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  /// Where the command saved its plan.
  Path file(String sort) {
    return folder.resolve(sort + ".json");
  }

  String id(String sort) {
    return Objects.requireNonNull(answers.get(sort)).at("/about/id").stringValue();
  }

  /// The plan as the API answers it.
  JsonNode answered(String sort) {
    return Objects.requireNonNull(answers.get(sort)).get(sort);
  }

  /// What the command printed as JSON.
  JsonNode printed(String sort) {
    return Objects.requireNonNull(printed.get(sort));
  }

  /// What the command prints for people.
  String text(String sort, String language) {
    return commands.good(with(sort, "--lang", language)).out();
  }

  /// The document that the API stored.
  PlanDocument stored(String sort) {
    String address = "/api/v1/plans/" + id(sort) + "/document";
    JsonNode document = client.as(token, "GET", address, "").json().get("document");
    return PlanDocument.parse(sort, document.stringValue());
  }

  /// The document that the command saved.
  PlanDocument saved(String sort) throws IOException {
    return PlanDocument.read(file(sort));
  }
}
