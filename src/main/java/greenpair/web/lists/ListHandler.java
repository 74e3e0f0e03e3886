package greenpair.web.lists;

import greenpair.index.LiveIndex;
import greenpair.index.read.Snapshot;
import greenpair.message.Message;
import greenpair.program.Records;
import greenpair.program.SavedList;
import greenpair.program.SavedLists;
import greenpair.program.access.Caller;
import greenpair.program.access.Role;
import greenpair.program.database.Page;
import greenpair.web.http.RefusedException;
import greenpair.web.http.ValueParser;
import greenpair.web.input.BodyFields;
import greenpair.web.input.Required;
import greenpair.web.program.IfMatch;
import greenpair.web.program.ReadEndpoint;
import greenpair.web.program.WriteEndpoint;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/// A user's own lists. Lists of others are treated as if they did not exist.
public record ListHandler(ReadEndpoint reading, WriteEndpoint writing, LiveIndex live) {
  private static final Map<String, Role> ROLES = ValueParser.words(Role.values());
  private static final String ADDRESS = "/api/v1/lists/";

  public void list(Context context) {
    reading.list(
        context,
        (parameters, checks) -> {
          boolean deleted = parameters.flag("deleted");
          return (records, caller, before, limit) ->
              records.lists().list(caller, deleted, before, limit);
        },
        (list, caller) -> ListView.of(list),
        "deleted");
  }

  public void one(Context context) {
    reading.one(context, ListHandler::find, (list, caller) -> whole(list));
  }

  /// The list behind the link of the address.
  public void shared(Context context) {
    String link = context.pathParam("link");
    reading.one(
        context,
        link,
        (records, caller, id) -> records.lists().shared(caller, id),
        (list, caller) -> whole(list));
  }

  private ListView.Whole whole(SavedList list) {
    try (Snapshot snapshot = live.acquire()) {
      return ListView.Whole.of(list, snapshot);
    }
  }

  static Optional<SavedList> find(Records records, Caller caller, String id) {
    return records.lists().find(caller, id);
  }

  /// The list of the address, for a page.
  public SavedList own(Context context) {
    return reading.found(context, ListHandler::find);
  }

  /// The list behind the link of the address, for a page.
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

  /// All lists of who asks, newest first.
  public List<SavedList> all(Context context, boolean deleted) {
    return reading.read(
        context,
        (records, caller) ->
            records.lists().list(caller, deleted, Page.NEWEST, SavedList.MOST_LISTS).items());
  }

  public void add(Context context) {
    writing.write(context, adding());
  }

  public WriteEndpoint.RequestParser adding() {
    return (input, caller) -> {
      BodyFields body = input.body();
      String name = ListBody.name(body);
      List<SavedList.Item> items = ListBody.items(body);
      input.check();
      ListBody.known(input, items, null);
      SavedList.Content content = new SavedList.Content(Objects.requireNonNull(name), items);
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
            "list.add", "list " + made.id(), ListView.of(made), ADDRESS + made.id());
      };
    };
  }

  public void put(Context context) {
    writing.write(
        context, putting(context.pathParam("id"), last -> IfMatch.expected(context, last)));
  }

  /// Reads the whole of an existing list: name, entries, order and notes.
  ///
  /// @param expected the number of the version that the change is based on, from that of the one
  ///     that holds
  public WriteEndpoint.RequestParser putting(String id, IntUnaryOperator expected) {
    return (input, caller) -> {
      BodyFields body = input.body();
      String name = ListBody.name(body);
      List<SavedList.Item> items = ListBody.items(body);
      input.check();
      return (records, stamp) -> {
        SavedList list = locked(records, caller, id);
        int basis = expected.applyAsInt(list.number());
        ListBody.known(input, items, list.content());
        SavedList.Content content = new SavedList.Content(Objects.requireNonNull(name), items);
        return changed("list.change", records.lists().change(list, content, basis, stamp.at()));
      };
    };
  }

  public void addItem(Context context) {
    writing.write(context, addingItem(context.pathParam("id")));
  }

  /// Reads an entry to be added to the end of a list. An entry that is already in the list gets the
  /// new note.
  public WriteEndpoint.RequestParser addingItem(String id) {
    return (input, caller) -> {
      BodyFields body = input.body();
      SavedList.Item item = ListBody.item(body);
      input.check();
      SavedList.Item added = Objects.requireNonNull(item);
      ListBody.known(input, List.of(added), null);
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
    };
  }

  public void delete(Context context) {
    writing.write(context, deleting(context.pathParam("id")));
  }

  public WriteEndpoint.RequestParser deleting(String id) {
    return (input, caller) -> {
      input.parameters();
      return (records, stamp) ->
          changed(
              "list.delete", records.lists().delete(ownLocked(records, caller, id), stamp.at()));
    };
  }

  public void undo(Context context) {
    writing.write(
        context, undoing(context.pathParam("id"), last -> IfMatch.expected(context, last)));
  }

  /// Takes the last change back, or the deletion.
  public WriteEndpoint.RequestParser undoing(String id, IntUnaryOperator expected) {
    return (input, caller) -> {
      input.parameters();
      return (records, stamp) -> {
        SavedLists lists = records.lists();
        SavedList list = ownLocked(records, caller, id);
        if (list.before() == null && list.deleted() == null) {
          throw RefusedException.invalid(
              "id", null, Message.of("list.undo"), Message.of("list.undo.next"));
        }
        return changed(
            "list.undo", lists.undo(list, expected.applyAsInt(list.number()), stamp.at()));
      };
    };
  }

  public void share(Context context) {
    writing.write(context, sharing(context.pathParam("id")));
  }

  /// Shares a list with users who have its link and a role.
  public WriteEndpoint.RequestParser sharing(String id) {
    return (input, caller) -> {
      BodyFields body = input.body();
      Role role = body.choice("role", ROLES);
      Required.check(
          body, "role", Message.of("what.choice", "values", List.copyOf(ROLES.keySet())));
      input.check();
      return (records, stamp) ->
          changed(
              "list.share",
              records.lists().share(locked(records, caller, id), Objects.requireNonNull(role)));
    };
  }

  public void unshare(Context context) {
    writing.write(context, unsharing(context.pathParam("id")));
  }

  /// Ends the link of a list.
  public WriteEndpoint.RequestParser unsharing(String id) {
    return (input, caller) -> {
      input.parameters();
      return (records, stamp) ->
          changed("list.unshare", records.lists().unshare(locked(records, caller, id)));
    };
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
