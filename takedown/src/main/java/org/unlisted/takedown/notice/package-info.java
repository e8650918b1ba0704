/**
 * First requests to act (DSA Art. 16, Civil Code of the PRC Art. 1195): {@link
 * org.unlisted.takedown.notice.NoticeWriter} fills the templates of {@code config/notices} with the facts of a
 * confirmed case, in the listing's language.
 */
@NullMarked
package org.unlisted.takedown.notice;

import org.jspecify.annotations.NullMarked;
