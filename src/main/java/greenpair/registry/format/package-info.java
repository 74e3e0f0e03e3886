/// The catalog format: one JSON object in a line for each entry.
///
/// [CatalogFiles] streams files line by line, [CatalogJson] is the strict reader and writer of one
/// entry, [References] finds duplicate ids and references that do not resolve, and [CatalogSchema]
/// is a second, independent check of a line.
package greenpair.registry.format;
