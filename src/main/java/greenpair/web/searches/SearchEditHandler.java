package greenpair.web.searches;

import module java.base;

import greenpair.catalog.Kind;
import greenpair.catalog.taxonomy.SearchEdit;
import greenpair.catalog.value.Rule;
import greenpair.catalog.value.Word;
import greenpair.index.read.Snapshot;
import greenpair.message.Message;
import greenpair.program.ProgramStore;
import greenpair.program.Records;
import greenpair.program.Searches.Searched;
import greenpair.program.Searches.StoredEdit;
import greenpair.program.access.Caller;
import greenpair.search.EditPreview;
import greenpair.search.Search;
import greenpair.search.SearchRequest;
import greenpair.web.answers.LiveAnswerParts;
import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.http.Fault;
import greenpair.web.http.ProblemKind;
import greenpair.web.http.RefusedException;
import greenpair.web.input.Input;
import greenpair.web.input.Request;
import greenpair.web.input.Rules;
import greenpair.web.program.ReadEndpoint;
import greenpair.web.program.WriteEndpoint;

/// What people search, and what coordinators add to search after a preview.
///
/// @param days for which searches are counted; 0 if they are not
public record SearchEditHandler(
    ReadEndpoint reading,
    WriteEndpoint writing,
    ProgramStore store,
    LiveAnswerParts answerParts,
    int days) {
  private static final String PATH = "/api/v1/search-edits";

  /// Queries of people that are listed and tried.
  private static final int MOST = 200;

  /// @param target a code of the taxonomy, or `kind:id` of an entry
  record NewSearchEdit(
      @Rule.Form(value = Rules.LINE + "{1,100}", rule = "check.line")
          @Rule.Most(100)
          @Rules.Required
          String words,
      @Rules.Required String target) {}

  public record PreviewView(EditPreview preview) {}

  public List<Route> routes() {
    return List.of(
        Route.get(
                "/api/v1/searches",
                Access.COORDINATE,
                context ->
                    reading.answer(
                        context,
                        Request.Nothing.class,
                        (nothing, records, caller) ->
                            new ReadEndpoint.Items<>(searched(records), null)))
            .asAll("searches", Searched.class),
        reading.listRoute(
            "searchEdits",
            PATH,
            Access.COORDINATE,
            Request.Nothing.class,
            StoredEdit.class,
            (nothing, records, caller, before, limit) -> records.searches().list(before, limit)),
        writing
            .post(PATH + "/preview", Access.COORDINATE, this::preview)
            .as("previewSearchEdit", NewSearchEdit.class, PreviewView.class)
            .example("{'words': 'lamp swap', 'target': 'LGT.LED'}"),
        writing
            .post(PATH, Access.COORDINATE, this::add)
            .asNew("addSearchEdit", NewSearchEdit.class, StoredEdit.class)
            .example("{'words': 'electric bus', 'target': 'firm:byd'}"),
        writing
            .delete(PATH + "/{id}", Access.COORDINATE, this::end)
            .as("endSearchEdit", StoredEdit.class));
  }

  /// The most frequent queries of people.
  public List<Searched> searched(Records records) {
    return records.searches().frequent(MOST);
  }

  private SearchEdit read(Input input) {
    NewSearchEdit sent = input.body(NewSearchEdit.class);
    SearchEdit edit = edit(input, sent.words().strip(), sent.target().strip());
    input.check();
    return edit;
  }

  private SearchEdit edit(Input input, String words, String target) {
    if (SearchRequest.folded(words).isEmpty()) {
      input.fault("words", words, Message.of("check.not_blank"), Message.of("next.add"));
    }
    String[] parts = target.split(":", 2);
    if (parts.length == 2) {
      input
          .checks()
          .choice("target", parts[0], Word.all(Kind.SEARCHED.toArray(Kind[]::new)))
          .ifPresent(kind -> input.entry("target", parts[1], kind));
      return new SearchEdit(SearchRequest.folded(words), target);
    }
    input
        .checks()
        .technology("target", target)
        .flatMap(code -> answerParts.of(input.snapshot()).search().refusal(words, code))
        .ifPresent(rule -> input.fault("words", words, rule, Message.of("searches.term.next")));
    return new SearchEdit(words, target);
  }

  /// What an edit changes on its own query, on judged ones and on those of people; nothing is
  /// written.
  public WriteEndpoint.Work preview(Input input, Caller caller) {
    SearchEdit edit = read(input);
    List<SearchRequest> queries = new ArrayList<>();
    queries.add(request(edit.words()));
    answerParts.judged().forEach(each -> queries.add(request(each)));
    store.read(this::searched).forEach(each -> queries.add(SearchLog.request(each)));
    Snapshot snapshot = input.snapshot().unlimited();
    Search then = answerParts.with(snapshot.configuration(), edit);
    return new WriteEndpoint.Computed(
        new PreviewView(
            EditPreview.of(answerParts.of(snapshot).search(), then, queries, snapshot)));
  }

  private static SearchRequest request(String query) {
    return SearchRequest.of(SearchRequest.EVERYTHING, query, SearchRequest.DEFAULT_LIMIT);
  }

  /// Publishes an edit: this server applies it before it answers, all others on the database within
  /// seconds.
  public WriteEndpoint.Work add(Input input, Caller caller) {
    SearchEdit edit = read(input);
    return (records, stamp) -> {
      Optional<StoredEdit> made = records.searches().add(edit, stamp);
      if (made.isEmpty()) {
        Message rule = Message.of("searches.twice");
        Fault twice = Fault.of("words", edit.words(), rule, Message.of("searches.twice.next"));
        throw new RefusedException(ProblemKind.DUPLICATE, twice);
      }
      String address = PATH + "/" + made.get().id();
      return WriteEndpoint.Done.made("search.edit", subject(made.get()), made.get(), address)
          .then(answerParts::refresh);
    };
  }

  /// Takes an edit back.
  public WriteEndpoint.Work end(Input input, Caller caller) {
    String id = input.path("id");
    return (records, stamp) -> {
      StoredEdit now =
          records.searches().end(id, stamp).orElseThrow(() -> ReadEndpoint.noSuchRecord(id));
      boolean isNew = stamp.equals(Objects.requireNonNull(now.ended()));
      String action = isNew ? "search.undo" : WriteEndpoint.Done.NO_CHANGE;
      return WriteEndpoint.Done.changed(action, subject(now), now).then(answerParts::refresh);
    };
  }

  private static String subject(StoredEdit edit) {
    return "search edit " + edit.id() + ": " + edit.edit().words() + " = " + edit.edit().target();
  }
}
