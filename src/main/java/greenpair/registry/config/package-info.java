/// Reads the files of the configuration folder: [ConfigFolder], taxonomy and glossary.
@NullMarked
package greenpair.registry.config;

import org.jspecify.annotations.NullMarked;
