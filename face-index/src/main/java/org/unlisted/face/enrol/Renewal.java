package org.unlisted.face.enrol;

import java.util.List;
import org.unlisted.face.gallery.EnroleeId;

/**
 * What became of references that another model had made.
 *
 * @param renewed people whose references were made anew
 * @param unable  people of whom no photo is kept, or in whose photos this model finds no face: they are not looked for
 *                until they enrol again
 */
public record Renewal(int renewed, List<EnroleeId> unable) {

    public Renewal {
        unable = List.copyOf(unable);
        if (renewed < 0) throw new IllegalArgumentException("renewed below 0: " + renewed);
    }
}
