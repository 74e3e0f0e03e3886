package greenpair.web.pages;

import greenpair.index.GenerationStore;
import greenpair.message.Message;
import greenpair.pages.program.DataPage;
import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.pages.frame.PageFrame;

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
                (visit, query, snapshot) ->
                    new DataPage(
                        snapshot.manifest(),
                        snapshot.configuration(),
                        store.list(),
                        store,
                        frame.live().refusals().stream().map(Message::text).toList(),
                        frame.faults())));
  }
}
