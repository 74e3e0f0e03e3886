package greenpair.web;

import greenpair.follow.FollowRun;
import greenpair.follow.PublishedGenerations;
import greenpair.registry.format.CatalogJson;
import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.decisions.DecisionHandler;
import greenpair.web.decisions.Recorder;
import greenpair.web.follow.Courier;
import greenpair.web.follow.FeedHandler;
import greenpair.web.follow.FollowHandler;
import greenpair.web.follow.SavedSearches;
import greenpair.web.follow.SubscriptionHandler;
import greenpair.web.pages.ChangePageHandler;
import greenpair.web.pages.ContactPageHandler;
import greenpair.web.pages.ProgramPageHandler;
import greenpair.web.pages.SubmissionPageHandler;
import greenpair.web.pages.edit.EditPageHandler;
import greenpair.web.program.ContactHandler;
import greenpair.web.program.EditHandler;
import greenpair.web.program.EditWriter;
import greenpair.web.program.IntroductionHandler;
import greenpair.web.program.IntroductionWriter;
import greenpair.web.program.LetterDrafts;
import greenpair.web.program.LetterHandler;
import greenpair.web.program.OversightHandler;
import greenpair.web.program.ReadEndpoint;
import greenpair.web.program.RemarkHandler;
import greenpair.web.program.SubmissionHandler;
import greenpair.web.program.WriteEndpoint;
import greenpair.web.settings.WebSettings.ChangeSettings;
import java.util.List;

/// The routes of what people of the programme enter, read and are told.
///
/// @param routes to which they are added
record ProgramRoutes(ServerParts parts, HandlerParts shared, Routes routes) {
  /// What users enter: edits, remarks, contacts, submissions, introductions with their letters.
  void entered() {
    ReadEndpoint reading = shared.reading;
    WriteEndpoint writing = shared.writing;
    EditWriter edits = new EditWriter(writing, new CatalogJson(parts.taxonomy()), shared.calendar);
    RemarkHandler remarks = new RemarkHandler(reading, writing);
    ContactHandler contacts = new ContactHandler(reading, writing);
    SubmissionHandler submissions =
        new SubmissionHandler(
            reading,
            writing,
            shared.guard,
            shared.limiter(SubmissionHandler.PER_MINUTE),
            shared.calendar);
    IntroductionHandler introductions = new IntroductionHandler(reading, shared.calendar);
    IntroductionWriter introducing = new IntroductionWriter(writing, shared.calendar);
    LetterDrafts drafts =
        new LetterDrafts(parts.answerParts()::recommender, parts.codec(), parts.settings().zone());
    LetterHandler letters = new LetterHandler(reading, writing, drafts, parts.live());

    routes.api("programme", new EditHandler(reading).routes());
    routes.api("programme", edits.routes());
    routes.api("programme", remarks.routes());
    routes.api("programme", contacts.routes());
    routes.api("programme", submissions.routes());
    routes.api("programme", introductions.routes());
    routes.api("programme", introducing.routes());
    routes.api("programme", letters.routes());

    routes.page(
        new ProgramPageHandler(
                shared.forms,
                shared.notes,
                reading,
                remarks,
                introductions,
                introducing,
                letters,
                shared.disclosure)
            .routes());
    routes.page(new ContactPageHandler(shared.forms, contacts).routes());
    routes.page(new SubmissionPageHandler(shared.forms, reading, submissions).routes());
    routes.page(
        new EditPageHandler(shared.forms, reading, edits, shared.disclosure, shared.calendar)
            .routes());
  }

  /// Decision records, and what tells users of changes.
  Courier changes() {
    ReadEndpoint reading = shared.reading;
    WriteEndpoint writing = shared.writing;
    Recorder recorder = new Recorder(shared.questions);
    routes.api(
        "programme", new DecisionHandler(reading, writing, recorder, parts.archive()).routes());
    routes.api("programme", new OversightHandler(reading, writing).routes());

    ChangeSettings changes = parts.settings().changes();
    SavedSearches saved = new SavedSearches(parts.answerParts());
    boolean hasDigest = parts.settings().mail().isPresent() && changes.home().isPresent();
    FollowHandler follows = new FollowHandler(reading, writing, saved);
    SubscriptionHandler subscriptions =
        new SubscriptionHandler(reading, writing, parts.clock(), hasDigest, changes);
    FeedHandler feeds =
        new FeedHandler(
            reading,
            parts.program(),
            subscriptions,
            parts.clock(),
            shared.remote,
            changes.address());
    routes.api("programme", List.of(feeds.list()));
    routes.api("programme", follows.routes());
    routes.api("programme", subscriptions.routes());
    routes.page(
        new ChangePageHandler(shared.forms, reading, follows, subscriptions, feeds).routes());
    routes.page(List.of(Route.get(FeedHandler.PATH + "{secret}", Access.OPEN, feeds::feed)));
    PublishedGenerations generations =
        new PublishedGenerations(
            parts.live(), parts.store(), parts.answerParts()::recommender, saved::hits);
    return new Courier(
        parts.program(),
        new FollowRun(parts.program(), generations, shared.calendar, changes.deadlineDays()),
        changes,
        parts.settings().mail(),
        parts.clock());
  }
}
