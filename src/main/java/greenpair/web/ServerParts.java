package greenpair.web;

import greenpair.catalog.Entry;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.index.GenerationStore;
import greenpair.index.LiveIndex;
import greenpair.program.ProgramStore;
import greenpair.web.answers.LiveAnswerParts;
import greenpair.web.decisions.Archive;
import greenpair.web.settings.WebSettings;
import java.time.InstantSource;

/// The components that a [Server] serves and uses.
///
/// @param live the served index; the caller closes it after [Server#stop]
/// @param program the programme data; the caller closes it after [Server#stop]
/// @param answerParts requested anew for each HTTP request
/// @param archive replays decision records
/// @param codec writes entries as lines of the catalog format
public record ServerParts(
    LiveIndex live,
    GenerationStore store,
    ProgramStore program,
    LiveAnswerParts answerParts,
    Archive archive,
    Taxonomy taxonomy,
    Entry.Codec codec,
    WebSettings settings,
    InstantSource clock) {}
