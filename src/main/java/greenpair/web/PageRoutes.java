package greenpair.web;

import greenpair.web.answers.MatchAndSearchRoutes;
import greenpair.web.assistant.Assistant;
import greenpair.web.assistant.AssistantHandler;
import greenpair.web.auth.OpenIdHandler;
import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.follow.FeedHandler;
import greenpair.web.openid.OpenIdLogin;
import greenpair.web.pages.ChangePageHandler;
import greenpair.web.pages.ContactPageHandler;
import greenpair.web.pages.JobPageHandler;
import greenpair.web.pages.LearningPageHandler;
import greenpair.web.pages.LetterPageHandler;
import greenpair.web.pages.ListPageHandler;
import greenpair.web.pages.PageHandler;
import greenpair.web.pages.PlanPageHandler;
import greenpair.web.pages.ProgramNotesReader;
import greenpair.web.pages.ProgramPageHandler;
import greenpair.web.pages.ReviewPageHandler;
import greenpair.web.pages.SearchPageHandler;
import greenpair.web.pages.SubmissionPageHandler;
import greenpair.web.pages.edit.EditPageHandler;
import greenpair.web.pages.frame.PageForms;
import greenpair.web.pages.frame.PageFrame;
import java.util.ArrayList;
import java.util.List;

/// The routes that are no part of the API: pages, and what browsers and programs open besides.
record PageRoutes(Wiring wiring) {
  List<Route> all(MatchAndSearchRoutes questions) {
    ServerParts parts = wiring.parts;
    HandlerParts shared = wiring.shared;
    PageFrame frame = shared.frame;
    PageForms forms = new PageForms(frame, shared.writing);
    ProgramNotesReader notes = new ProgramNotesReader(shared.reading, shared.guard, parts.codec());
    List<Route> all =
        new ArrayList<>(
            Wiring.join(
                List.of(new SearchPageHandler(frame, parts.engines(), parts.taxonomy()).route()),
                new PageHandler(frame, parts.engines(), parts.taxonomy(), notes, shared.disclosure)
                    .routes(),
                wiring.signIn.routes(),
                new ProgramPageHandler(
                        frame,
                        forms,
                        notes,
                        shared.reading,
                        wiring.remarks,
                        wiring.introductions,
                        wiring.introducing,
                        wiring.letters,
                        parts.recommender(),
                        shared.disclosure)
                    .routes(),
                new ContactPageHandler(forms, wiring.contacts).routes(),
                new SubmissionPageHandler(forms, shared.reading, wiring.submissions).routes(),
                new LetterPageHandler(frame, forms, wiring.letters, wiring.mails, shared.disclosure)
                    .routes(),
                List.of(new LearningPageHandler(frame, wiring.learning).route()),
                new EditPageHandler(
                        frame,
                        forms,
                        shared.reading,
                        wiring.edits,
                        parts.codec(),
                        shared.disclosure,
                        wiring.calendar)
                    .routes(),
                new JobPageHandler(
                        frame, parts.live(), parts.store(), parts.jobs(), wiring.jobs, forms)
                    .routes(),
                new PlanPageHandler(
                        frame,
                        forms,
                        wiring.plans,
                        wiring.part,
                        wiring.answers,
                        wiring.planLetters,
                        parts.engines())
                    .routes(),
                new ListPageHandler(frame, forms, wiring.lists, shared.disclosure).routes(),
                new ReviewPageHandler(frame, forms, wiring.reviews).routes(),
                new ChangePageHandler(
                        frame,
                        forms,
                        shared.reading,
                        wiring.follows,
                        wiring.subscriptions,
                        wiring.feeds)
                    .routes()));
    Assistant assistant =
        new Assistant(
            parts.live(),
            questions,
            parts.recommender(),
            parts.engines(),
            parts.taxonomy(),
            shared.json,
            parts.settings().answerWithin());
    AssistantHandler messages =
        new AssistantHandler(assistant, shared.guard, shared.disclosure, parts.program());
    all.add(Route.post(AssistantHandler.PATH, Access.READ, messages::message));
    all.add(Route.get(FeedHandler.PATH + "{secret}", Access.OPEN, wiring.feeds::feed));
    parts
        .settings()
        .access()
        .openId()
        .map(
            each ->
                new OpenIdHandler(
                    each,
                    parts.program(),
                    shared.sessions,
                    shared.failures,
                    shared.remote,
                    parts.clock()))
        .ifPresent(
            login -> {
              all.add(Route.get(OpenIdHandler.PATH, Access.OPEN, login::begin));
              all.add(Route.get(OpenIdLogin.CALLBACK, Access.OPEN, login::end));
            });
    return all;
  }
}
