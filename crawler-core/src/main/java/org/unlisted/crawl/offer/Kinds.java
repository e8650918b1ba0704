package org.unlisted.crawl.offer;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which goods the nouns of a passage add up to.
 *
 * @param views    pictures of one person that the words name
 * @param passport the document is a passport, whose scan is one picture and not two
 */
record Kinds(Set<TermClass> nouns, Set<View> views, boolean passport) {
    private static final List<TermClass> ORDER = List.of(
            TermClass.FACE_KIT,
            TermClass.HANDHELD_ID_SET,
            TermClass.MASKED_FACE,
            TermClass.FACE_PHOTO,
            TermClass.LIVENESS_VIDEO,
            TermClass.ID_SCAN,
            TermClass.ID_INFO,
            TermClass.PII);

    static Kinds of(List<Hit> hits) {
        Set<TermClass> nouns = EnumSet.noneOf(TermClass.class);
        Set<View> views = EnumSet.noneOf(View.class);
        boolean selfie = false;
        boolean portrait = false;
        boolean written = false;
        boolean named = false;
        boolean personal = false;
        for (Hit hit : hits) {
            if (hit.role() == TermClass.Role.NOUN) nouns.add(hit.termClass());
            named |= hit.term().traits().contains(Trait.NAMES);
            personal |= hit.termClass() == TermClass.PII && !hit.term().traits().contains(Trait.NAMES);
            if (hit.role() == TermClass.Role.NOUN || hit.role() == TermClass.Role.VIEW)
                views.addAll(hit.term().views());
            portrait |= hit.term().weight() >= 2 && hit.term().traits().contains(Trait.PORTRAIT);
            if (hit.term().traits().contains(Trait.HOLDING)) views.add(View.HELD);
            written |= hit.term().traits().contains(Trait.WRITTEN);
            selfie |= hit.term().traits().contains(Trait.SELFIE);
        }
        boolean documents = nouns.contains(TermClass.ID_INFO) || nouns.contains(TermClass.ID_SCAN) || nouns.contains(TermClass.HANDHELD_ID_SET);
        if (named && !personal && documents) { // name and birthday stand on the document
            nouns.remove(TermClass.PII);
            nouns.add(TermClass.ID_INFO);
            written = true;
        }
        boolean passport = views.remove(View.PASSPORT);
        if (passport) views.add(View.FRONT);
        // Both sides of a document and the person with it make a hand-held set, however it is worded; with a moving
        // face it is a kit.
        boolean sides = views.contains(View.FRONT) && views.contains(View.BACK);
        // A document and its owner's selfie are one set.
        if (selfie && nouns.contains(TermClass.ID_SCAN)) views.add(View.HELD);
        boolean document = nouns.contains(TermClass.ID_SCAN) || nouns.contains(TermClass.HANDHELD_ID_SET) || sides;
        if (document && views.contains(View.HELD)) nouns.add(TermClass.HANDHELD_ID_SET);
        boolean set = nouns.contains(TermClass.HANDHELD_ID_SET);
        if (set && nouns.contains(TermClass.LIVENESS_VIDEO) && (sides || !passport)) nouns.add(TermClass.FACE_KIT);
        if (nouns.isEmpty() && views.contains(View.HELD)) nouns.add(TermClass.FACE_PHOTO); // selfies, of nothing else
        boolean videos = nouns.equals(EnumSet.of(TermClass.LIVENESS_VIDEO));
        if ((nouns.isEmpty() || videos) && sides) nouns.add(TermClass.ID_SCAN);
        return new Kinds(reduced(nouns, portrait, written), views, passport);
    }

    /**
     * The goods of a part of a passage. A part that names only views ("both sides 0.2, with selfie 0.5") means those of
     * the documents that the passage is about.
     */
    static Kinds ofPart(List<Hit> hits) {
        Kinds kinds = of(hits);
        boolean named = hits.stream().anyMatch(h -> h.role() == TermClass.Role.NOUN);
        if (named || kinds.views().isEmpty()) return kinds;
        boolean held = kinds.views().contains(View.HELD);
        Set<TermClass> meant = EnumSet.of(held ? TermClass.HANDHELD_ID_SET : TermClass.ID_SCAN);
        return new Kinds(meant, kinds.views(), kinds.passport());
    }

    /** A set contains its parts: what a larger noun implies is not named again. */
    private static Set<TermClass> reduced(Set<TermClass> nouns, boolean portrait, boolean written) {
        Set<TermClass> out = EnumSet.noneOf(TermClass.class);
        out.addAll(nouns);
        if (out.contains(TermClass.FACE_KIT)) {
            out.retainAll(EnumSet.of(TermClass.FACE_KIT, TermClass.PII));
            return out;
        }
        if (out.contains(TermClass.HANDHELD_ID_SET))
            out.removeAll(EnumSet.of(TermClass.ID_SCAN, TermClass.FACE_PHOTO, TermClass.MASKED_FACE));
        boolean pictured = out.contains(TermClass.ID_SCAN) || out.contains(TermClass.HANDHELD_ID_SET);
        if (pictured && !written) out.remove(TermClass.ID_INFO);
        if (out.contains(TermClass.MASKED_FACE)) out.remove(TermClass.FACE_PHOTO);
        if (out.contains(TermClass.LIVENESS_VIDEO) && !portrait) out.remove(TermClass.FACE_PHOTO);
        return out;
    }

    /** Whether nothing but people's data is named. */
    boolean isText() {
        return !nouns.isEmpty() && EnumSet.of(TermClass.PII, TermClass.ID_INFO).containsAll(nouns);
    }

    /** Whether documents are named, and no video. */
    boolean isDocument() {
        boolean document = nouns.contains(TermClass.ID_SCAN) || nouns.contains(TermClass.HANDHELD_ID_SET);
        return document && !nouns.contains(TermClass.LIVENESS_VIDEO) && !nouns.contains(TermClass.FACE_KIT);
    }

    /** The same with the owners' videos: a hand-held set becomes a kit. */
    Kinds withVideo() {
        Set<TermClass> more = EnumSet.copyOf(nouns);
        boolean kit = more.remove(TermClass.HANDHELD_ID_SET);
        more.add(kit ? TermClass.FACE_KIT : TermClass.LIVENESS_VIDEO);
        if (kit) more.retainAll(EnumSet.of(TermClass.FACE_KIT, TermClass.PII));
        return new Kinds(more, views, passport);
    }

    boolean isMasked() {
        return nouns.contains(TermClass.MASKED_FACE);
    }

    /** The same with plain portraits: of those whose data they are, or beside masked faces. */
    Kinds withFaces() {
        Set<TermClass> more = EnumSet.copyOf(nouns);
        more.add(TermClass.FACE_PHOTO);
        return new Kinds(more, views, passport);
    }


    /** Plain portraits. */
    static Kinds faces() {
        return new Kinds(EnumSet.of(TermClass.FACE_PHOTO), Set.of(), false);
    }

    /** One picture a person: a bundle of portraits. */
    boolean portraitsOnly() {
        boolean portraits = nouns.contains(TermClass.FACE_PHOTO) || nouns.contains(TermClass.MASKED_FACE);
        return portraits
                && EnumSet.of(TermClass.FACE_PHOTO, TermClass.MASKED_FACE, TermClass.PII, TermClass.ID_INFO)
                        .containsAll(nouns);
    }

    /** Faces with what is known of their owners: what is counted are records of people. */
    boolean records() {
        return nouns.contains(TermClass.PII) || nouns.contains(TermClass.ID_INFO);
    }

    /** Whether there are still pictures among the goods, and not only videos or texts. */
    boolean stills() {
        return nouns.isEmpty()
                || nouns.stream()
                        .anyMatch(n -> n != TermClass.LIVENESS_VIDEO && n != TermClass.ID_INFO && n != TermClass.PII);
    }

    /**
     * Stills of one person where the text does not say: a kit and a hand-held set have both sides and the holder, a scan
     * both sides.
     */
    int picturesOfOne() {
        if (nouns.contains(TermClass.FACE_KIT)) return 3;
        boolean oneSide = views.contains(View.FRONT) && !views.contains(View.BACK);
        if (nouns.contains(TermClass.HANDHELD_ID_SET)) return oneSide ? 2 : 3;
        if (nouns.contains(TermClass.ID_SCAN)) return (oneSide ? 1 : 2) + (nouns.contains(TermClass.FACE_PHOTO) ? 1 : 0);
        return portraitsOnly() ? 1 : 0;
    }

    /** As in {@link Offer#kind}. */
    String label() {
        return ORDER.stream().filter(nouns::contains).map(TermClass::name).collect(Collectors.joining("+"));
    }
}
