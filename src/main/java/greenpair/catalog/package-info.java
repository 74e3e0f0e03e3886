/// The eight kinds of [Entry] (city, need, firm, financier, solution, deployment, programme,
/// expert), their values ([Text], [Provenance], and those of the package `value`) and the
/// [Taxonomy][greenpair.catalog.taxonomy.Taxonomy] of technologies and finance terms.
/// [ConceptFinder][greenpair.concept.ConceptFinder] finds these in texts.
///
/// Every value here is immutable. What one component may hold is a
/// [Rule][greenpair.catalog.value.Rule] on it, which readers check; constructors check what
/// concerns several. This package depends only on the JDK, and every other package may use it.
package greenpair.catalog;
