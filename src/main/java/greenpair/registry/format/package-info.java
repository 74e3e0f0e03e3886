/// The catalog format: one JSON object in a line for each entry.
///
/// [CatalogFiles] streams files line by line, [CatalogJson] is the strict reader and writer of one
/// entry, and [References] finds duplicate ids and references that do not resolve.
package greenpair.registry.format;
