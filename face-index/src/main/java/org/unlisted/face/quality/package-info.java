/**
 * What a face in a picture is worth: size, sharpness, pose, exposure and cover. Decides whether a photo may become a
 * reference, and by which threshold a probe is judged.
 */
@NullMarked
package org.unlisted.face.quality;

import org.jspecify.annotations.NullMarked;
