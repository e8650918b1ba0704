package org.unlisted.console.web;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.unlisted.takedown.cases.Case;
import org.unlisted.takedown.cases.CaseId;
import org.unlisted.takedown.cases.CaseStore;
import org.unlisted.takedown.sighting.SeenImage;

/** Serves the pictures of a case. What was erased, or never was, is 404. */
@RestController
@RequestMapping(path = "/cases/{id}", produces = MediaType.IMAGE_JPEG_VALUE)
class PictureSource {
    private static final Logger LOG = LoggerFactory.getLogger(PictureSource.class);
    private final CaseStore cases;
    private final CasePictures pictures;

    PictureSource(CaseStore cases, CasePictures pictures) {
        this.cases = cases;
        this.pictures = pictures;
    }

    @GetMapping("/portrait")
    byte[] portrait(@PathVariable("id") String id) {
        Case known = find(id);
        return read(known, () -> pictures.portrait(known).orElseThrow(() -> new IOException("no portrait")));
    }

    /**
     * @param number of the sighting in its case, from 1
     */
    @GetMapping("/sightings/{number}/face")
    byte[] face(@PathVariable("id") String id, @PathVariable("number") int number) {
        Case known = find(id);
        return read(known, () -> pictures.face(image(known, number)));
    }

    /**
     * @param number of the sighting in its case, from 1
     */
    @GetMapping("/sightings/{number}/picture")
    byte[] picture(@PathVariable("id") String id, @PathVariable("number") int number) {
        Case known = find(id);
        return read(known, () -> pictures.picture(image(known, number)));
    }

    private Case find(String id) {
        try {
            return cases.find(new CaseId(id)).orElseThrow(PictureSource::absent);
        } catch (IllegalArgumentException e) {
            throw absent();
        }
    }

    private static SeenImage image(Case known, int number) {
        if (number < 1 || number > known.sightings().size()) throw absent();
        return known.sightings().get(number - 1).image();
    }

    private static byte[] read(Case known, Picture picture) {
        try {
            return picture.read();
        } catch (IOException e) {
            LOG.info("event=picture-absent case={} reason=\"{}\"", known.id(), e.getMessage());
            throw absent();
        }
    }

    private static ResponseStatusException absent() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private interface Picture {
        byte[] read() throws IOException;
    }
}
