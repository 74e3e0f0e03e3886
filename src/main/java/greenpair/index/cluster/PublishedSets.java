package greenpair.index.cluster;

import greenpair.index.SharedException;
import greenpair.index.SharedGenerations.Condition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// The index sets of a cluster, and which of them is published.
record PublishedSets(Connection connection, String name) {
  private static final Logger log = LoggerFactory.getLogger(PublishedSets.class);

  /// What the alias names, from the answer to `GET /_alias/…`.
  ///
  /// @throws SharedException if the alias was changed by hand and names several or other indexes
  Optional<String> published(Connection.Answer answer) {
    if (answer.status() == 404) {
      return Optional.empty();
    }
    List<String> named = new ArrayList<>(answer.body().propertyNames());
    Optional<String> id =
        named.size() == 1
            ? IndexSet.of(name, named.getFirst()).map(IndexSet::id)
            : Optional.empty();
    if (!answer.isGood() || id.isEmpty()) {
      throw new SharedException(
          Condition.DAMAGED,
          ("the alias %s of the cluster should name the entries of one generation; it names %s;"
                  + " publish one: greenpair rollback GENERATION --reason TEXT")
              .formatted(IndexSet.published(name), answer.isGood() ? named : answer.reason()));
    }
    return id;
  }

  /// The generation that the alias names now.
  Optional<String> published() {
    return published(connection.ask("GET", aliasPath(), null));
  }

  String aliasPath() {
    return "/_alias/" + IndexSet.published(name);
  }

  /// The contents of a set; empty if it is missing or incomplete.
  Optional<SetContents> contents(String id) {
    IndexSet set = new IndexSet(name, id);
    if (!exists(set.entries())) {
      return Optional.empty();
    }
    try {
      return connection
          .find("/" + set.files() + "/_doc/contents")
          .map(found -> found.path("_source").path("text").asString(""))
          .map(text -> Connection.JSON.readValue(text, SetContents.class));
    } catch (JacksonException e) {
      throw new SharedException(
          Condition.DAMAGED,
          "the document contents of the index "
              + set.files()
              + " was changed and cannot be read; publish another generation: greenpair rollback"
              + " or greenpair reindex",
          e);
    }
  }

  private boolean exists(String index) {
    return connection.ask("GET", "/" + index + "/_mapping", null).isGood();
  }

  /// Waits for the copies of all shards of a set and of the journal, so that the next node that
  /// fails loses nothing. Copies that do not come in time stop nothing: a cluster that lost a node
  /// stays in use.
  ///
  /// @throws SharedException if a shard has no copy at all
  void awaitCopies(String id) {
    IndexSet set = new IndexSet(name, id);
    String indexes = String.join(",", set.entries(), set.files(), IndexSet.journal(name));
    String health = connection.health(indexes);
    if (health.equals("red")) {
      throw new SharedException(
          Condition.UNREACHABLE,
          "generation "
              + id
              + " was not published: the cluster lost a shard of it or of the journal; start the"
              + " nodes that are missing and run again");
    }
    if (!health.equals("green")) {
      log.warn(
          "generation {} is published while copies of it or of the journal are missing; start the"
              + " nodes that are missing, free disk space on the others, or lower cluster_replicas",
          id);
    }
  }

  /// Switches the alias to another set, in one step.
  ///
  /// @param before what it must name until then; null for nothing
  /// @throws SharedException if it names something else: then it stays
  void publish(String id, @Nullable String before) {
    String alias = IndexSet.published(name);
    List<Map<String, Object>> actions = new ArrayList<>();
    if (before != null) {
      String old = new IndexSet(name, before).entries();
      actions.add(Map.of("remove", Map.of("index", old, "alias", alias, "must_exist", true)));
    }
    String index = new IndexSet(name, id).entries();
    actions.add(Map.of("add", Map.of("index", index, "alias", alias)));
    Connection.Answer answer = connection.ask("POST", "/_aliases", Map.of("actions", actions));
    // A request whose response was lost is repeated and finds the alias already switched.
    if (!answer.isGood() && !published().equals(Optional.of(id))) {
      throw new SharedException(
          Condition.FOLLOWING,
          "generation %s was not published: another run published %s meanwhile (%s); run again"
              .formatted(id, published().orElse("nothing"), answer.reason()));
    }
  }

  /// The ids of all sets, whole or not, the newest first.
  List<String> ids() {
    Set<String> ids = new TreeSet<>(Comparator.reverseOrder());
    for (JsonNode each : connection.get("/_cat/indices/" + name + "-*?format=json&h=index")) {
      String index = each.path("index").asString("").replaceFirst("-files$", "");
      IndexSet.of(name, index).map(IndexSet::id).ifPresent(ids::add);
    }
    return List.copyOf(ids);
  }

  /// The run that made a set; without owner and base if unknown.
  LoadingRun run(String id) {
    IndexSet set = new IndexSet(name, id);
    for (String index : List.of(set.entries(), set.files())) {
      Optional<JsonNode> mapping = connection.find("/" + index + "/_mapping");
      if (mapping.isPresent()) {
        return LoadingRun.of(mapping.get().path(index).path("mappings").path("_meta"));
      }
    }
    return new LoadingRun("", "");
  }

  /// Deletes a set, its contents document first, so that a partly deleted set does not look
  /// complete.
  void delete(String id) {
    IndexSet set = new IndexSet(name, id);
    for (String index : List.of(set.files(), set.entries())) {
      Connection.Answer answer = connection.ask("DELETE", "/" + index, null);
      if (!answer.isGood() && answer.status() != 404) {
        throw new SharedException(
            Condition.DAMAGED,
            "the cluster did not delete the index " + index + ": " + answer.reason());
      }
    }
  }
}
