/**
 * Proof: {@link org.unlisted.takedown.evidence.EvidenceVault} keeps captures sealed,
 * {@link org.unlisted.takedown.evidence.PacketWriter} packs those of a confirmed case so that anybody can check them
 * with public tools, {@link org.unlisted.takedown.evidence.Redaction} shows a picture with everybody else covered.
 */
@NullMarked
package org.unlisted.takedown.evidence;

import org.jspecify.annotations.NullMarked;
