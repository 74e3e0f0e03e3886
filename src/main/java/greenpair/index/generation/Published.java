package greenpair.index.generation;

import greenpair.message.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which generation of a data folder is published: the file `CURRENT` that names it and changes by
/// an atomic rename, and the journal of all publications.
public final class Published {
  private static final Pattern ID = Pattern.compile("[0-9]{8}T[0-9]{6}\\.[0-9]{3}Zx*");

  private final Path data;
  private final Journal journal;
  private final StepObserver steps;

  public Published(Path data, StepObserver steps) {
    this.data = data;
    this.journal = new Journal(data);
    this.steps = steps;
  }

  private Path current() {
    return data.resolve("CURRENT");
  }

  /// Publishes a finished generation, and records in the journal who did it and why.
  public void name(Publication publication) throws IOException {
    journal.add(publication);
    steps.done("journal written");
    Path temporary = data.resolve("CURRENT.new");
    Files.writeString(temporary, publication.id() + "\n", StandardCharsets.UTF_8);
    DurableFiles.force(temporary);
    steps.done("CURRENT.new written");
    Files.move(
        temporary, current(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    steps.done("CURRENT renamed");
    DurableFiles.force(data);
  }

  /// A publication that is in the journal but not in `CURRENT` was interrupted.
  public void withdrawInterrupted() throws IOException {
    List<Publication> done = journal.inEffect();
    Optional<String> published = named();
    if (!done.isEmpty() && published.isPresent() && !published.get().equals(done.getLast().id())) {
      Publication last = done.getLast();
      journal.add(new Publication(last.at(), Publication.Act.WITHDRAWN, last.id(), last.by(), ""));
    }
  }

  /// Who published what, when and why, oldest first.
  public List<Publication> journal() {
    return journal.all();
  }

  /// The same without what was withdrawn.
  public List<Publication> inEffect() {
    return journal.inEffect();
  }

  /// The ids of all that were published, also of that in `CURRENT` if the journal was lost.
  public Set<String> ids() {
    return Stream.concat(journal.inEffect().stream().map(Publication::id), named().stream())
        .collect(Collectors.toSet());
  }

  /// The id of the published generation: the one in `CURRENT` or, if that file is missing or
  /// damaged, the last one in the journal. Empty if none was published.
  public Optional<String> id() {
    Optional<String> named = named();
    if (named.isPresent()) {
      return named;
    }
    List<Publication> done = journal.inEffect();
    return done.isEmpty() ? Optional.empty() : Optional.of(done.getLast().id());
  }

  /// What is wrong with `CURRENT`; empty if it is valid.
  public Optional<Message> fault() {
    if (named().isPresent() || journal.inEffect().isEmpty()) {
      return Optional.empty();
    }
    String key = Files.exists(current()) ? "generation.not_named" : "generation.no_current";
    return Optional.of(
        Message.of(key, "file", String.valueOf(current().getFileName()), "id", id().orElse("")));
  }

  /// The id in `CURRENT`, when it is one.
  private Optional<String> named() {
    try {
      byte[] bytes = Files.readAllBytes(current());
      String id = new String(bytes, StandardCharsets.UTF_8).strip();
      return Optional.of(id).filter(text -> ID.matcher(text).matches());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Ids of generations that were published before, the last one first. A return to one of them
  /// excludes those that it left.
  ///
  /// @param there ids of the generations that still exist
  public List<String> before(String published, Set<String> there) {
    List<String> order = order();
    int at = order.indexOf(published);
    return order.subList(0, at < 0 ? order.size() : at).reversed().stream()
        .filter(there::contains)
        .toList();
  }

  /// By the journal and not by the time in the id: a clock can be set back.
  private List<String> order() {
    List<String> order = new ArrayList<>();
    for (Publication each : journal.inEffect()) {
      int at = order.indexOf(each.id());
      if (at >= 0) {
        order.subList(at, order.size()).clear();
      }
      order.add(each.id());
    }
    return order;
  }
}
