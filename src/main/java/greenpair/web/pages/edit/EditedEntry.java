package greenpair.web.pages.edit;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.index.read.Snapshot;
import greenpair.message.Message;
import greenpair.program.access.Confidential;
import greenpair.registry.format.RecordLines;
import greenpair.web.catalog.DisclosureView;
import greenpair.web.catalog.EntryDisclosure;
import greenpair.web.http.RefusedException;
import greenpair.web.pages.frame.NoPageException;
import greenpair.web.program.EditHandler;
import greenpair.web.program.ReadEndpoint;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// An entry that is edited: all entered revisions, and the entry of the catalog.
///
/// @param city that it belongs to; null for a partner
/// @param states newest first, as the caller may see them
/// @param catalog an empty object if the catalog does not contain it
record EditedEntry(
    Kind kind,
    EntryId id,
    @Nullable EntryId city,
    List<EditHandler.EditView> states,
    ObjectNode catalog) {
  ObjectNode line() {
    return states.isEmpty() ? catalog : (ObjectNode) states.getFirst().entry();
  }

  int number() {
    return states.isEmpty() ? 0 : states.getFirst().number();
  }

  Map<String, List<String>> typed(int state) {
    return EditForm.typed(kind, state < states.size() ? states.get(state).entry() : catalog);
  }

  /// Reads what a caller may see of it.
  record Reader(ReadEndpoint reading, EntryDisclosure disclosure) {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    /// Reads the entry that the address names.
    ///
    /// @throws NoPageException if there is no such entry
    EditedEntry read(Context context, Snapshot snapshot, String wantedCity) {
      Kind kind =
          Optional.ofNullable(EditHandler.KINDS.get(context.pathParam("kind")))
              .orElseThrow(NoPageException::new);
      EntryId id = EntryId.parse(context.pathParam("id")).orElseThrow(NoPageException::new);
      List<EditHandler.EditView> states =
          reading.readAudited(
              context,
              (records, caller) ->
                  EditHandler.EditView.of(records.revisions().history(kind, id, caller), caller),
              Confidential::secrets);
      DisclosureView view = disclosure.view(context);
      ObjectNode catalog =
          snapshot
              .entry(kind, id)
              .map(
                  entry ->
                      (ObjectNode) MAPPER.readTree(RecordLines.line(view.see(entry, snapshot))))
              .orElseGet(MAPPER::createObjectNode);
      if (states.isEmpty()) {
        view.writeDown();
      } else {
        catalog.remove(EditHandler.restricted(catalog).keySet()); // The history compares with it.
      }
      EntryId city =
          switch (kind) {
            case CITY -> id;
            case NEED ->
                states.isEmpty()
                    ? EntryId.parse(catalog.path("city").asString(wantedCity)).orElse(null)
                    : states.getFirst().city();
            default -> null;
          };
      boolean isNowhere = kind != Kind.NEED && states.isEmpty() && catalog.isEmpty();
      if (isNowhere || (city == null && !kind.isOrganisation())) {
        throw new NoPageException();
      }
      if (city != null && !wantedCity.isEmpty() && !wantedCity.equals(city.value())) {
        Message rule = Message.of("check.need_of_city", "city", wantedCity);
        Message next = Message.of("check.need_of_city.next", "city", city);
        throw RefusedException.invalid("city", wantedCity, rule, next);
      }
      return new EditedEntry(kind, id, city, states, catalog);
    }
  }
}
