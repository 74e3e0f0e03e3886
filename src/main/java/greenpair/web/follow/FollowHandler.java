package greenpair.web.follow;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Text;
import greenpair.message.Message;
import greenpair.program.database.Stamp;
import greenpair.program.follow.Follow;
import greenpair.program.follow.Follows;
import greenpair.web.http.ProblemKind;
import greenpair.web.http.RefusedException;
import greenpair.web.http.ValueParser;
import greenpair.web.input.BodyFields;
import greenpair.web.input.Input;
import greenpair.web.input.Required;
import greenpair.web.program.ReadEndpoint;
import greenpair.web.program.WriteEndpoint;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a person follows. Each person sees only their own items.
public record FollowHandler(ReadEndpoint reading, WriteEndpoint writing, SavedSearches searches) {
  static final int LONGEST_NAME = 200;

  /// One line, since mails and feeds show it within their sentences.
  private static final Pattern NAME =
      Pattern.compile("[^\\p{Cc}\u2028\u2029]{1," + LONGEST_NAME + "}");

  private static final Map<String, Follow.Sort> SORTS = ValueParser.words(Follow.Sort.values());
  private static final String EXAMPLE = "q=heat+pumps&kind=firm";

  /// A followed item, as shown to users.
  ///
  /// @param entry id of the entry; null for a search
  /// @param query of a search; null for an entry
  record View(
      String id,
      Follow.Sort sort,
      @Nullable String entry,
      @Nullable String query,
      Text name,
      Stamp made)
      implements ReadEndpoint.View {
    static View of(Follow follow) {
      boolean isSearch = follow.sort() == Follow.Sort.SEARCH;
      return new View(
          follow.id(),
          follow.sort(),
          isSearch ? null : follow.what(),
          isSearch ? follow.what() : null,
          follow.name(),
          follow.made());
    }
  }

  public void list(Context context) {
    reading.list(
        context,
        (parameters, checks) ->
            (records, caller, before, limit) -> records.follows().list(caller.id(), before, limit),
        (follow, caller) -> View.of(follow));
  }

  public void add(Context context) {
    writing.write(context, adding());
  }

  public WriteEndpoint.RequestParser adding() {
    return (input, caller) -> {
      BodyFields body = input.body();
      Follow.Sort sort = body.choice("sort", SORTS);
      String word = body.string("entry");
      String query = body.string("query");
      String called = body.string("name");
      Required.check(body, "sort", Message.of("follow.sort"));
      Followed wanted =
          sort == null
              ? null
              : sort == Follow.Sort.SEARCH
                  ? search(input, body, query, called)
                  : entry(input, body, sort, word);
      input.check();
      Followed what = Objects.requireNonNull(wanted);
      Follow.Sort of = Objects.requireNonNull(sort);
      return (records, stamp) -> {
        Follow made =
            records
                .follows()
                .add(caller.id(), of, what.what, what.name, stamp)
                .orElseThrow(FollowHandler::tooMany);
        return WriteEndpoint.Done.made(
            "follow.add", "follow " + made.id(), View.of(made), "/api/v1/follows/" + made.id());
      };
    };
  }

  private record Followed(String what, Text name) {}

  private static @Nullable Followed entry(
      Input input, BodyFields body, Follow.Sort sort, @Nullable String word) {
    Kind kind = sort.kind();
    Required.check(body, "entry", Message.of("follow.entry"));
    EntryId id = input.entry("entry", word, kind);
    return id == null
        ? null
        : new Followed(id.value(), input.snapshot().name(kind, id).orElseThrow());
  }

  private @Nullable Followed search(
      Input input, BodyFields body, @Nullable String query, @Nullable String called) {
    Required.check(body, "query", Message.of("follow.query", "example", EXAMPLE));
    Required.check(body, "name", Message.of("follow.name"));
    if (called != null && !NAME.matcher(called).matches()) {
      input.fault(
          body.path("name"),
          called,
          Message.of("follow.name_length", "most", LONGEST_NAME),
          Message.of("follow.name_length.next"));
    }
    if (query != null
        && (query.length() > SavedSearches.LONGEST
            || searches.request(query, input.snapshot()).isEmpty())) {
      input.fault(
          body.path("query"),
          query,
          Message.of("follow.search", "example", EXAMPLE),
          Message.of("follow.search.next"));
    }
    return query == null || called == null ? null : new Followed(query, new Text(called, called));
  }

  private static RefusedException tooMany() {
    greenpair.web.http.Fault fault =
        greenpair.web.http.Fault.of(
            "entry",
            null,
            Message.of("follow.most", "most", Follows.MOST),
            Message.of("follow.most.next"));
    return new RefusedException(ProblemKind.INVALID_REQUEST, fault);
  }

  public void remove(Context context) {
    writing.writePlain(
        context, (checks, caller) -> removing(context.pathParam("id")).read(checks, caller));
  }

  private record Left(List<View> items) {}

  /// Ends one; one that has ended stays so. It works also while nothing can be served.
  public WriteEndpoint.PlainReading removing(String id) {
    return (checks, caller) ->
        (records, stamp) -> {
          var _ = records.follows().remove(caller.id(), id);
          return WriteEndpoint.Done.changed(
              "follow.remove",
              "follow " + id,
              new Left(records.follows().of(caller.id()).stream().map(View::of).toList()));
        };
  }
}
