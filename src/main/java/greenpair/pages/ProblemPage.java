package greenpair.pages;

import greenpair.catalog.Text;

/// What a type of problem means and what to do about it.
///
/// @param type its stable reference, such as `/problems/invalid-request`
public record ProblemPage(int status, String type, Text title, Text explanation) {}
