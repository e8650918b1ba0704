package org.unlisted.face;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.unlisted.face.enrol.NamedPhoto;

/** Where the build and the repository keep what tests look at. Paths are relative to the module. */
public final class Samples {

    public static final Path CARDS = Path.of("../config/models");
    public static final Path MODELS = Path.of("target/models");
    public static final Path NPM_PACKAGES = Path.of("target/npm/node_modules");
    public static final Path PEOPLE = Path.of("../samples/people");

    private Samples() {}

    public static byte[] picture(String name) throws IOException {
        return Files.readAllBytes(PEOPLE.resolve(name));
    }

    /** The three photos somebody enrols with. */
    public static List<NamedPhoto> enrolmentPhotos(String id) throws IOException {
        List<NamedPhoto> photos = new ArrayList<>();
        for (int i = 1; i <= 3; i++) photos.add(new NamedPhoto(i + ".jpg", picture("enrol/" + id + "/" + i + ".jpg")));
        return photos;
    }

    public static byte[] key(int seed) {
        byte[] key = new byte[32];
        for (int i = 0; i < key.length; i++) key[i] = (byte) (seed + i);
        return key;
    }
}
