package greenpair.web.follow;

import greenpair.catalog.EntryId;
import greenpair.catalog.Text;
import greenpair.message.Message;
import greenpair.program.access.Caller;
import greenpair.program.database.Stamp;
import greenpair.program.follow.Follows;
import greenpair.program.follow.Follows.Follow;
import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.http.ProblemKind;
import greenpair.web.http.RefusedException;
import greenpair.web.input.BodyFields;
import greenpair.web.input.Input;
import greenpair.web.input.Request;
import greenpair.web.input.Rules;
import greenpair.web.program.ReadEndpoint;
import greenpair.web.program.WriteEndpoint;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a person follows. Each person sees only their own items.
public record FollowHandler(ReadEndpoint reading, WriteEndpoint writing, SavedSearches searches) {
  private static final String EXAMPLE = "q=heat+pumps&kind=firm";

  /// A followed item, as shown to users.
  ///
  /// @param entry id of the entry; null for a search
  /// @param query of a search; null for an entry
  record FollowView(
      String id,
      Follow.Sort sort,
      @Nullable String entry,
      @Nullable String query,
      Text name,
      Stamp made) {
    static FollowView of(Follow follow) {
      boolean isSearch = follow.sort() == Follow.Sort.SEARCH;
      return new FollowView(
          follow.id(),
          follow.sort(),
          isSearch ? null : follow.what(),
          isSearch ? follow.what() : null,
          follow.name(),
          follow.made());
    }
  }

  /// Something to be followed.
  ///
  /// @param entry id of an entry of the kind that `sort` names; null for a search
  /// @param query of a search
  /// @param name of a search: one line, since mails and feeds show it within their sentences
  record NewFollow(
      @Rules.Required Follow.Sort sort,
      @Nullable String entry,
      @Nullable String query,
      @Rules.Line @Nullable String name)
      implements Request {
    @Override
    public void check(BodyFields fields) {
      if (sort == Follow.Sort.SEARCH) {
        fields.require("query");
        fields.require("name");
        fields.refuse("entry", sort);
      } else if (sort != null) {
        fields.require("entry");
        fields.refuse("query", sort);
        fields.refuse("name", sort);
      }
    }
  }

  public List<Route> routes() {
    String path = "/api/v1/follows";
    return List.of(
        reading.listRoute(
            "follows",
            path,
            Access.MEMBER,
            Request.Nothing.class,
            FollowView.class,
            (nothing, records, caller, before, limit) ->
                records.follows().list(caller.id(), before, limit).map(FollowView::of)),
        writing
            .post(path, Access.MEMBER, this::add)
            .asNew("addFollow", NewFollow.class, FollowView.class)
            .example("{'sort': 'city', 'entry': 'cn-jilin'}")
            .example("{'sort': 'search', 'query': 'q=heat+pumps&kind=firm', 'name': 'Heat pumps'}"),
        writing.delete(path + "/{id}", Access.MEMBER, this::remove).as("removeFollow", Left.class));
  }

  public WriteEndpoint.Work add(Input input, Caller caller) {
    NewFollow sent = input.body(NewFollow.class, made -> checkWhat(input, made));
    boolean isSearch = sent.sort() == Follow.Sort.SEARCH;
    String what = Objects.requireNonNull(isSearch ? sent.query() : sent.entry());
    Text name =
        isSearch
            ? new Text(sent.name(), sent.name())
            : input.snapshot().name(sent.sort().kind(), new EntryId(what)).orElseThrow();
    return (records, stamp) -> {
      Follow made =
          records
              .follows()
              .add(caller.id(), sent.sort(), what, name, stamp)
              .orElseThrow(FollowHandler::tooMany);
      return WriteEndpoint.Done.made(
          "follow.add", "follow " + made.id(), FollowView.of(made), "/api/v1/follows/" + made.id());
    };
  }

  private void checkWhat(Input input, NewFollow sent) {
    if (sent.sort() != null && sent.sort() != Follow.Sort.SEARCH) {
      var _ = input.entry("entry", sent.entry(), sent.sort().kind());
    }
    String query = sent.query();
    if (sent.sort() == Follow.Sort.SEARCH
        && query != null
        && (query.length() > SavedSearches.LONGEST
            || searches.request(query, input.snapshot()).isEmpty())) {
      input.fault(
          "query",
          query,
          Message.of("follow.search", "example", EXAMPLE),
          Message.of("follow.search.next"));
    }
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

  private record Left(List<FollowView> items) {}

  /// Ends one. It works also while nothing can be served.
  public WriteEndpoint.Work remove(Input input, Caller caller) {
    String id = input.path("id");
    return (records, stamp) -> {
      if (records.follows().remove(caller.id(), id).isEmpty()) {
        throw ReadEndpoint.noSuchRecord(id);
      }
      return WriteEndpoint.Done.changed(
          "follow.remove",
          "follow " + id,
          new Left(records.follows().of(caller.id()).stream().map(FollowView::of).toList()));
    };
  }
}
