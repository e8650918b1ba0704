package org.unlisted.crawl.offer;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which goods the nouns of a passage add up to. */
record Kinds(Set<TermClass> nouns, Set<View> views) {

    static Kinds of(List<Hit> hits) {
        Set<TermClass> nouns = EnumSet.noneOf(TermClass.class);
        Set<View> views = EnumSet.noneOf(View.class);
        for (Hit hit : hits) {
            if (hit.role() == TermClass.Role.NOUN) nouns.add(hit.termClass());
            if (hit.role() == TermClass.Role.NOUN || hit.role() == TermClass.Role.VIEW)
                views.addAll(hit.term().views());
        }
        // Both sides of a document and the person with it make a hand-held set, however it is worded.
        boolean document = nouns.contains(TermClass.ID_SCAN) || nouns.contains(TermClass.HANDHELD_ID_SET);
        if (document && views.contains(View.HELD)) nouns.add(TermClass.HANDHELD_ID_SET);
        return new Kinds(reduced(nouns), views);
    }

    /** A set contains its parts: what a larger noun implies is not named again. */
    private static Set<TermClass> reduced(Set<TermClass> nouns) {
        Set<TermClass> out = EnumSet.noneOf(TermClass.class);
        out.addAll(nouns);
        if (out.contains(TermClass.FACE_KIT)) {
            out.retainAll(EnumSet.of(TermClass.FACE_KIT, TermClass.PII));
            return out;
        }
        if (out.contains(TermClass.HANDHELD_ID_SET))
            out.removeAll(EnumSet.of(
                    TermClass.ID_SCAN, TermClass.ID_INFO, TermClass.FACE_PHOTO, TermClass.MASKED_FACE));
        if (out.contains(TermClass.MASKED_FACE)) out.remove(TermClass.FACE_PHOTO);
        if (out.contains(TermClass.LIVENESS_VIDEO)) out.remove(TermClass.FACE_PHOTO);
        if (out.contains(TermClass.ID_SCAN)) out.remove(TermClass.ID_INFO);
        return out;
    }

    /** One picture a person: a bundle of portraits. */
    boolean portraitsOnly() {
        return !nouns.isEmpty()
                && EnumSet.of(TermClass.FACE_PHOTO, TermClass.MASKED_FACE, TermClass.PII, TermClass.ID_INFO)
                        .containsAll(nouns);
    }

    /** As in {@link Offer#kind}. */
    String label() {
        return List.of(
                        TermClass.FACE_KIT,
                        TermClass.HANDHELD_ID_SET,
                        TermClass.MASKED_FACE,
                        TermClass.FACE_PHOTO,
                        TermClass.LIVENESS_VIDEO,
                        TermClass.ID_SCAN,
                        TermClass.ID_INFO,
                        TermClass.PII)
                .stream()
                .filter(nouns::contains)
                .map(TermClass::name)
                .collect(Collectors.joining("+"));
    }
}
