package org.unlisted.crawl.offer;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** What the words of a term say of its goods, beside their class. */
enum Trait {
    /** The owner's own picture: beside a document it makes a set. */
    SELFIE(TermClass.FACE_PHOTO, "selfie|selfi|自拍|селфи|🤳|tự sướng|cầm|holding"),
    /** Beside videos "faces" are those of the videos; a portrait is one more picture. */
    PORTRAIT(TermClass.FACE_PHOTO, "大头|头照|头像|自拍|正脸照|免冠|证件照|照片|headshot|portrait|photo|selfie|chân dung|ảnh|портрет|селфи|фото"),
    /** The owner of a document holds it in the video. */
    HOLDING(TermClass.LIVENESS_VIDEO, "手持|举证|cầm (?:thẻ|cccd)|holding|с паспортом"),
    /** A document's data are written down; "ID info" alone may mean its picture. */
    WRITTEN(TermClass.ID_INFO, "ssn|fullz|excel|csv|sheet|text|txt|спис|таблиц|текст|снилс|инн|номер|号|表|文字|文本|dob|birth|ngày sinh|số|excel|рожд"),
    /** Nothing but the name and the birthday, which stand on the document. */
    NAMES(
            TermClass.PII,
            "(?:[+&,/. ]|and|the|with|full|tên|file|là|họ|ho(?= )|ten|names?|w|dob|birth(?:day|date)?|numbers?|no|id|ngày sinh|ngay sinh|姓名|名字|фио|имя|имена|дата рождения|и|с|в|kèm|có|và)+");

    private final TermClass termClass;
    private final Pattern words;

    Trait(TermClass termClass, String words) {
        this.termClass = termClass;
        this.words = Pattern.compile(words);
    }

    /** The traits of a phrase. */
    static Set<Trait> of(TermClass termClass, String phrase) {
        EnumSet<Trait> traits = EnumSet.noneOf(Trait.class);
        for (Trait trait : values()) if (trait.termClass == termClass && trait.says(phrase)) traits.add(trait);
        return traits.isEmpty() ? Set.of() : Collections.unmodifiableSet(traits);
    }

    private boolean says(String phrase) {
        return this == NAMES ? words.matcher(phrase).matches() : words.matcher(phrase).find();
    }
}
