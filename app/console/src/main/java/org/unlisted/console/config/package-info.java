/**
 * The installation's own settings, and where its parts lie. The only code that reads {@code config/unlisted.yaml}.
 */
@NullMarked
package org.unlisted.console.config;

import org.jspecify.annotations.NullMarked;
