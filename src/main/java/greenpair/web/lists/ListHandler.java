package greenpair.web.lists;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.index.LiveIndex;
import greenpair.index.read.Snapshot;
import greenpair.message.Message;
import greenpair.program.Records;
import greenpair.program.SavedList;
import greenpair.program.access.Caller;
import greenpair.program.access.Caller.Role;
import greenpair.program.database.Page;
import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.http.RefusedException;
import greenpair.web.http.ValueParser;
import greenpair.web.input.BodyFields;
import greenpair.web.input.Input;
import greenpair.web.input.Request;
import greenpair.web.input.Rules;
import greenpair.web.program.ReadEndpoint;
import greenpair.web.program.WriteEndpoint;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A user's own lists. Lists of others are treated as if they did not exist.
public record ListHandler(ReadEndpoint reading, WriteEndpoint writing, LiveIndex live) {
  private static final String PATH = "/api/v1/lists";

  /// @param deleted whether deleted lists are wanted, not the others
  record Selection(boolean deleted) {}

  /// A list as its owner wants it.
  record NewList(
      @Rules.Form(value = ValueParser.LINE + "{1,100}", rule = "check.line")
          @Rules.Most(100)
          @Rules.Required
          String name,
      @Rules.Most(SavedList.MOST_ITEMS) List<NewItem> items)
      implements Request {
    @Override
    public void check(BodyFields fields) {
      if (name != null && name.isBlank()) {
        fields.fault("name", Message.of("check.not_blank"), Message.of("next.add"));
      }
      for (int at = 0; at < items.size(); at++) {
        NewItem item = items.get(at);
        boolean isAgain = items.subList(0, at).stream().anyMatch(item::isOfSameEntry);
        if (isAgain) {
          String where = "items[" + at + "].entry";
          Message next = Message.of("next.leave_out_unknown");
          fields.checks().fault(where, item.entry().value(), Message.of("list.twice"), next);
        }
      }
    }

    SavedList.Content content() {
      return new SavedList.Content(name, items.stream().map(NewItem::item).toList());
    }
  }

  record NewItem(
      @Rules.OneOf({"firm", "financier", "solution", "need", "expert"}) @Rules.Required Kind kind,
      @Rules.Required EntryId entry,
      @Rules.Most(1_000) @Rules.Default("") String note) {
    boolean isOfSameEntry(NewItem other) {
      return entry != null && kind == other.kind && entry.equals(other.entry);
    }

    SavedList.Item item() {
      return new SavedList.Item(kind, entry, note.replace("\r\n", "\n").strip());
    }
  }

  record Sharing(@Rules.Required Role role) {}

  public List<Route> routes() {
    String one = PATH + "/{id}";
    return List.of(
        reading.listRoute(
            "lists",
            PATH,
            Access.MEMBER,
            Selection.class,
            ListView.class,
            (wanted, records, caller, before, limit) ->
                records.lists().list(caller, wanted.deleted(), before, limit),
            (list, caller) -> ListView.of(list)),
        writing
            .post(PATH, Access.MEMBER, this::add)
            .asNew("addList", NewList.class, ListView.class)
            .example(
                "{'name': 'Buses', 'items':"
                    + " [{'kind': 'firm', 'entry': 'byd', 'note': 'Ask for references'}]}"),
        Route.get(
                PATH + "/shared/{link}",
                Access.MEMBER,
                context ->
                    reading.oneNamed(
                        context,
                        context.pathParam("link"),
                        (records, caller, link) -> records.lists().shared(caller, link),
                        (list, caller) -> whole(list)))
            .as("sharedList", ListView.ListDetails.class),
        writing
            .post(one + "/items", Access.MEMBER, this::addItem)
            .as("addListItem", NewItem.class, ListView.class)
            .example("{'kind': 'need', 'entry': 'cn-jilin-n1', 'note': 'First talk in May'}"),
        writing.post(one + "/undo", Access.MEMBER, this::undo).as("undoList", ListView.class),
        writing
            .put(one + "/share", Access.MEMBER, this::share)
            .as("shareList", Sharing.class, ListView.class)
            .example("{'role': 'coordinator'}"),
        writing
            .delete(one + "/share", Access.MEMBER, this::unshare)
            .as("unshareList", ListView.class),
        reading.oneRoute(
            "list",
            one,
            Access.MEMBER,
            ListView.ListDetails.class,
            ListHandler::find,
            (list, caller) -> whole(list)),
        writing
            .put(one, Access.MEMBER, this::put)
            .as("changeList", NewList.class, ListView.class)
            .example("{'name': 'Buses', 'items': []}"),
        writing.delete(one, Access.MEMBER, this::delete).as("deleteList", ListView.class));
  }

  private ListView.ListDetails whole(SavedList list) {
    try (Snapshot snapshot = live.acquire()) {
      return ListView.ListDetails.of(list, snapshot);
    }
  }

  static Optional<SavedList> find(Records records, Caller caller, String id) {
    return records.lists().find(caller, id);
  }

  public SavedList own(Context context) {
    return reading.found(context, ListHandler::find);
  }

  public SavedList behindLink(Context context) {
    String link = context.pathParam("link");
    return reading.read(
        context,
        (records, caller) ->
            records
                .lists()
                .shared(caller, link)
                .orElseThrow(() -> ReadEndpoint.noSuchRecord(link)));
  }

  public List<SavedList> all(Context context, boolean deleted) {
    return reading.read(
        context,
        (records, caller) ->
            records.lists().list(caller, deleted, Page.NEWEST, SavedList.MOST_LISTS).items());
  }

  /// Refuses entries that the catalog does not have, unless the list had them already.
  ///
  /// @param before null for a new list
  private static void known(
      Input input, List<SavedList.Item> items, SavedList.@Nullable Content before) {
    for (SavedList.Item each : items) {
      if (before == null || before.find(each.kind(), each.entry()).isEmpty()) {
        var _ = input.entry("entry", each.entry().value(), each.kind());
      }
    }
    input.check();
  }

  public WriteEndpoint.Work add(Input input, Caller caller) {
    SavedList.Content content = input.body(NewList.class).content();
    known(input, content.items(), null);
    return (records, stamp) -> {
      if (records.lists().count(caller) >= SavedList.MOST_LISTS) {
        throw RefusedException.invalid(
            "name",
            null,
            Message.of("list.most_lists", "most", SavedList.MOST_LISTS),
            Message.of("list.most_lists.next"));
      }
      SavedList made = records.lists().add(caller, content, stamp);
      return WriteEndpoint.Done.made(
          "list.add", "list " + made.id(), ListView.of(made), PATH + "/" + made.id());
    };
  }

  /// Writes the whole of an existing list: name, entries, order and notes.
  public WriteEndpoint.Work put(Input input, Caller caller) {
    SavedList.Content content = input.body(NewList.class).content();
    String id = input.path("id");
    return (records, stamp) -> {
      SavedList list = locked(records, caller, id);
      int basis = input.basis(list.number());
      known(input, content.items(), list.content());
      return changed("list.change", records.lists().change(list, content, basis, stamp.at()));
    };
  }

  /// Adds an entry to the end of a list. An entry that is already in the list gets the new note.
  public WriteEndpoint.Work addItem(Input input, Caller caller) {
    return addingItem(input, caller, input.path("id"));
  }

  public WriteEndpoint.Work addingItem(Input input, Caller caller, String id) {
    SavedList.Item added = input.body(NewItem.class).item();
    known(input, List.of(added), null);
    return (records, stamp) -> {
      SavedList list = locked(records, caller, id);
      SavedList.Content content = list.content();
      Optional<SavedList.Item> there = content.find(added.kind(), added.entry());
      if (there.isPresent() && (added.note().isEmpty() || there.get().equals(added))) {
        return changed("list.change", list);
      }
      if (there.isEmpty() && content.items().size() == SavedList.MOST_ITEMS) {
        throw RefusedException.invalid(
            "entry",
            null,
            Message.of("list.most_items", "most", SavedList.MOST_ITEMS),
            Message.of("list.most_items.next"));
      }
      return changed(
          "list.change",
          records.lists().change(list, content.with(added), list.number(), stamp.at()));
    };
  }

  public WriteEndpoint.Work delete(Input input, Caller caller) {
    String id = input.path("id");
    input.nothing();
    return (records, stamp) ->
        changed("list.delete", records.lists().delete(ownLocked(records, caller, id), stamp.at()));
  }

  /// Takes the last change back, or the deletion.
  public WriteEndpoint.Work undo(Input input, Caller caller) {
    String id = input.path("id");
    input.nothing();
    return (records, stamp) -> {
      SavedList list = ownLocked(records, caller, id);
      if (list.before() == null && list.deleted() == null) {
        throw RefusedException.invalid(
            "id", null, Message.of("list.undo"), Message.of("list.undo.next"));
      }
      int basis = input.basis(list.number());
      return changed("list.undo", records.lists().undo(list, basis, stamp.at()));
    };
  }

  public WriteEndpoint.Work share(Input input, Caller caller) {
    String id = input.path("id");
    Role role = input.body(Sharing.class).role();
    return (records, stamp) ->
        changed("list.share", records.lists().share(locked(records, caller, id), role));
  }

  public WriteEndpoint.Work unshare(Input input, Caller caller) {
    String id = input.path("id");
    input.nothing();
    return (records, stamp) ->
        changed("list.unshare", records.lists().unshare(locked(records, caller, id)));
  }

  private static SavedList ownLocked(Records records, Caller caller, String id) {
    records.lists().lock(id);
    return ReadEndpoint.found(ListHandler::find, records, caller, id);
  }

  /// A list that was not deleted; others wait until this write ends.
  private static SavedList locked(Records records, Caller caller, String id) {
    SavedList list = ownLocked(records, caller, id);
    if (list.deleted() != null) {
      throw RefusedException.invalid(
          "id", null, Message.of("list.deleted"), Message.of("list.deleted.next"));
    }
    return list;
  }

  private static WriteEndpoint.Done changed(String action, SavedList list) {
    return WriteEndpoint.Done.changed(
        action, "list " + list.id() + ", version " + list.number(), ListView.of(list));
  }
}
