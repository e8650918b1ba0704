/**
 * Model cards: what a model file is, where it comes from, what it expects and how often it is wrong. No file is
 * loaded whose SHA-256 differs from its card, and no embedder without a calibration table.
 */
@NullMarked
package org.unlisted.face.model;

import org.jspecify.annotations.NullMarked;
