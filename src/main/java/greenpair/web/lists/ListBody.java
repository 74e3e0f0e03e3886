package greenpair.web.lists;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.message.Message;
import greenpair.program.SavedList;
import greenpair.web.http.ValueParser;
import greenpair.web.input.BodyFields;
import greenpair.web.input.Ids;
import greenpair.web.input.Input;
import greenpair.web.input.Required;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.StringNode;

/// Reads a list from the body of a request.
final class ListBody {
  static final Map<String, Kind> KINDS =
      ValueParser.words(
          new Kind[] {Kind.FIRM, Kind.FINANCIER, Kind.SOLUTION, Kind.NEED, Kind.EXPERT});
  private static final Pattern NAME = ValueParser.line(100);
  private static final int LONGEST_NOTE = 1_000;

  private ListBody() {}

  /// The name; null after an error.
  static @Nullable String name(BodyFields body) {
    if (body.isMissing("name")) {
      Required.missing(body, "name", Message.of("what.list_name"));
      return null;
    }
    String name = body.form("name", NAME, Message.of("list.name"));
    return name == null || !name.isBlank() ? name : body.string("name");
  }

  static List<SavedList.Item> items(BodyFields body) {
    List<SavedList.Item> items = new ArrayList<>();
    for (BodyFields each : body.objects("items", SavedList.MOST_ITEMS)) {
      SavedList.Item item = item(each);
      if (item == null) {
        continue;
      }
      if (items.stream().anyMatch(other -> other.isAbout(item.kind(), item.entry()))) {
        each.fault(
            each.path("entry"), StringNode.valueOf(item.entry().value()), Message.of("list.twice"));
      }
      items.add(item);
    }
    return items;
  }

  /// One entry with its note, whether or not the catalog has it; null after an error.
  static SavedList.@Nullable Item item(BodyFields body) {
    Kind kind = body.choice("kind", KINDS);
    String word = body.string("entry");
    Required.check(body, "kind", Message.of("what.choice", "values", List.copyOf(KINDS.keySet())));
    Required.check(body, "entry", Message.of("what.list_entry"));
    EntryId entry = word == null ? null : Ids.read(body.path("entry"), word, body.checks());
    String note = body.isMissing("note") ? "" : body.string("note");
    if (note != null && note.length() > LONGEST_NOTE) {
      body.checks()
          .fault(
              body.path("note"),
              note,
              Message.of("check.length", "most", LONGEST_NOTE, "length", note.length()),
              Message.of("next.shorten"));
    }
    return kind == null || entry == null || note == null
        ? null
        : new SavedList.Item(kind, entry, note.replace("\r\n", "\n").strip());
  }

  /// Refuses entries that the catalog does not have, unless the list had them already.
  ///
  /// @param before null for a new list
  static void known(Input input, List<SavedList.Item> items, SavedList.@Nullable Content before) {
    for (SavedList.Item each : items) {
      if (before == null || before.find(each.kind(), each.entry()).isEmpty()) {
        var _ = input.entry("entry", each.entry().value(), each.kind());
      }
    }
    input.check();
  }
}
