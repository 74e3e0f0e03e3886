package greenpair.web.pages;

import greenpair.program.SavedList;
import greenpair.web.pages.frame.PageForm;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Converts the submitted form of a saved list to the body of the equivalent API request.
final class ListForm {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private ListForm() {}

  /// A new list, with the entry that the form names, if any.
  static ObjectNode created(PageForm form) {
    ObjectNode body = MAPPER.createObjectNode();
    String name = form.value("name");
    if (!name.isEmpty()) {
      body.put("name", name);
    }
    if (!form.value("entry").isEmpty()) {
      body.putArray("items").add(form.body().without(List.of("name", "list")));
    }
    return body;
  }

  /// The whole list after one change: `do` is `rename`, `note`, `up`, `down` or `remove`, and all
  /// but the first say which entry by `item`.
  static ObjectNode changed(PageForm form, SavedList.Content content) {
    String what = form.value("do");
    List<SavedList.Item> items = new ArrayList<>(content.items());
    int at = 0;
    while (at < items.size() && !word(items.get(at)).equals(form.value("item"))) {
      at++;
    }
    if (at < items.size()) {
      SavedList.Item item = items.get(at);
      switch (what) {
        case "note" ->
            items.set(at, new SavedList.Item(item.kind(), item.entry(), form.value("note")));
        case "up" -> Collections.swap(items, at, Math.max(0, at - 1));
        case "down" -> Collections.swap(items, at, Math.min(items.size() - 1, at + 1));
        case "remove" -> items.remove(at);
        default -> {} // Only the name changes.
      }
    }
    return body(what.equals("rename") ? form.value("name") : content.name(), items)
        .put("number", form.value("number"));
  }

  static String word(SavedList.Item item) {
    return item.kind().word() + ":" + item.entry().value();
  }

  private static ObjectNode body(String name, List<SavedList.Item> items) {
    ObjectNode body = MAPPER.createObjectNode();
    if (!name.isEmpty()) {
      body.put("name", name);
    }
    ArrayNode all = body.putArray("items");
    for (SavedList.Item each : items) {
      ObjectNode item =
          all.addObject().put("kind", each.kind().word()).put("entry", each.entry().value());
      if (!each.note().isEmpty()) {
        item.put("note", each.note());
      }
    }
    return body;
  }
}
