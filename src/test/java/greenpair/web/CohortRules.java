package greenpair.web;

import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.concept.ConceptFinder;
import greenpair.config.Problems;
import greenpair.config.Settings;
import greenpair.index.analysis.IndexSettings;
import greenpair.match.Given;
import greenpair.match.settings.Rules;
import greenpair.message.Phrases;
import greenpair.plan.input.PlanSettings;
import greenpair.registry.config.ConfigFolder;
import greenpair.reindex.run.PublishSettings;
import greenpair.search.Search;
import greenpair.search.settings.SearchSettings;
import java.nio.file.Path;
import java.util.List;

/// The project's own configuration, read once for all servers of a test run: it is immutable.
record CohortRules(
    String configuration,
    Taxonomy taxonomy,
    IndexSettings index,
    ConceptFinder finder,
    Rules rules,
    Phrases phrases,
    Search search,
    PlanSettings planning,
    PublishSettings publishing) {
  static final ConfigFolder FOLDER = new ConfigFolder(Path.of("index-config"));
  static final CohortRules READ = read();

  private static CohortRules read() {
    String configuration = FOLDER.digest();
    Taxonomy taxonomy = FOLDER.taxonomy();
    Problems problems = new Problems();
    ConfigFolder.ShortForms forms = FOLDER.vocabulary(new Problems()).shortForms();
    IndexSettings index =
        IndexSettings.read(
            FOLDER.settings(IndexSettings.FILE, problems), forms.caseKept(), forms.beside());
    Rules rules = Given.rules(FOLDER);
    Settings sentences = FOLDER.settings(Phrases.FILE, problems);
    Phrases phrases = Phrases.read(sentences.bilinguals(), sentences::problem);
    PlanSettings planning = PlanSettings.read(FOLDER.settings(PlanSettings.FILE, problems));
    PublishSettings publishing =
        PublishSettings.read(FOLDER.settings(PublishSettings.FILE, problems));
    ConceptFinder finder = new ConceptFinder(taxonomy, index.terms());
    Search search =
        new Search(
            configuration,
            taxonomy,
            finder,
            index,
            FOLDER.lexicon(problems),
            SearchSettings.read(FOLDER.settings(SearchSettings.FILE, problems)),
            rules.ranking().sizes(),
            phrases,
            List.of());
    problems.throwIfAny("index-config");
    return new CohortRules(
        configuration, taxonomy, index, finder, rules, phrases, search, planning, publishing);
  }
}
