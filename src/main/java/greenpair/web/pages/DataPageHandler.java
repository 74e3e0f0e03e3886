package greenpair.web.pages;

import greenpair.index.GenerationStore;
import greenpair.index.generation.Manifest;
import greenpair.message.Message;
import greenpair.pages.program.DataPage;
import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.pages.frame.PageFrame;
import java.util.List;
import java.util.stream.Collectors;

/// The page of the data behind the answers and of its generations.
public record DataPageHandler(PageFrame frame, GenerationStore store) {
  public Route route() {
    return Route.get(
        "/registries",
        Access.READ,
        context ->
            frame.showRecord(
                context,
                "program/data",
                (visit, query, snapshot) -> {
                  List<Manifest> generations = store.list();
                  return new DataPage(
                      snapshot.manifest(),
                      snapshot.configuration(),
                      generations,
                      generations.stream()
                          .map(Manifest::id)
                          .filter(store::isUnpublished)
                          .collect(Collectors.toSet()),
                      generations.stream()
                          .map(Manifest::id)
                          .filter(id -> !store.isFinished(id))
                          .collect(Collectors.toSet()),
                      frame.live().refusals().stream().map(Message::text).toList(),
                      frame.faults());
                }));
  }
}
