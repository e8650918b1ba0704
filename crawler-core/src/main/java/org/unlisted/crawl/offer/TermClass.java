package org.unlisted.crawl.offer;

/** What a term of the lexicon says about a text. */
enum TermClass {
    // What is sold; the names are those of Offer.kind.
    FACE_PHOTO(Role.NOUN),
    MASKED_FACE(Role.NOUN),
    FACE_KIT(Role.NOUN),
    HANDHELD_ID_SET(Role.NOUN),
    LIVENESS_VIDEO(Role.NOUN),
    ID_SCAN(Role.NOUN),
    ID_INFO(Role.NOUN),
    PII(Role.NOUN),
    /** One side of a document or pose that a set contains; says how many pictures a set has. */
    VIEW(Role.VIEW),

    /** Verbs of an advertiser: selling, 出, rao bán. */
    SELL(Role.INTENT),
    /** The trade's own talk: first hand, in stock, escrow, no resale, as one lot. */
    TRADE(Role.INTENT),
    /** Where the stock was taken from: gate captures, a dump. */
    PROVENANCE(Role.INTENT),
    /** A bundle without a number: tens of thousands, the lot. */
    PACK(Role.PACK),
    /** Buyers. */
    SEEK(Role.SEEK),
    /** Software, lessons and services that fool a face check. */
    TOOL(Role.TOOL),
    /** Looking one person up. */
    LOOKUP(Role.LOOKUP),

    // Contexts in which the same words are no offer.
    NEWS(Role.VETO),
    WARNING(Role.VETO),
    VICTIM(Role.VETO),
    QUESTION(Role.VETO),
    LEGAL(Role.VETO),
    CONSENT(Role.VETO),
    RESEARCH(Role.VETO),
    SYNTHETIC(Role.VETO),
    STUDIO(Role.VETO),
    GOODS(Role.VETO),
    DEVICE(Role.VETO),
    SEARCH_SERVICE(Role.VETO),
    RECRUITING(Role.VETO),
    /** "We do not sell …". */
    DENIAL(Role.VETO),
    /** Asks the reader for papers instead of offering some. */
    PAPERWORK(Role.VETO),
    /** Other harm with its own route: bank-card kits, forged papers. */
    OTHER_HARM(Role.VETO),

    /** In front of a veto it lifts the veto: "not AI". */
    NEGATOR(Role.NEGATOR),
    /** Hides shorter terms inside it: 收货 is not 收. */
    NEUTRAL(Role.NEUTRAL),

    UNIT_PERSON(Role.MARK),
    UNIT_IMAGE(Role.MARK),
    /** Counts people and pictures alike: 18k faces. */
    UNIT_FACE(Role.MARK),
    /** Takes its meaning from what is sold: 个, pcs, шт. */
    UNIT_PIECE(Role.MARK),
    /** In front of a unit it makes a unit price: 每, per, за. */
    EACH_BEFORE(Role.MARK),
    /** A unit price by itself: each, apiece. */
    EACH(Role.MARK),
    /** A bare number after it is money: 打包, giá. */
    PRICE_BEFORE(Role.MARK),
    /** A bare number before it is money: 包邮, for all. */
    PRICE_AFTER(Role.MARK),
    /** A bare number after it is how many. */
    COUNT_BEFORE(Role.MARK),
    /** A quantity after it is the start of a discount, not the stock: 满, опт от. */
    TIER_BEFORE(Role.MARK),
    /** A quantity before it is a smallest order: 起. */
    TIER_AFTER(Role.MARK),
    /** The sum beside it buys the whole stock: 全要, for the lot. */
    LOT(Role.MARK),
    /** A percentage after it is taken off the price: giảm. */
    DISCOUNT_BEFORE(Role.MARK),
    /** A number after it is neither stock nor price: a deposit, postage, sold so far, a telephone. */
    ASIDE_BEFORE(Role.MARK),
    /** A number or quantity before it is neither: 人想要, followers. */
    ASIDE_AFTER(Role.MARK);

    private final Role role;

    TermClass(Role role) {
        this.role = role;
    }

    Role role() {
        return role;
    }

    /** How a class takes part in the decision. */
    enum Role { NOUN, VIEW, INTENT, PACK, SEEK, TOOL, LOOKUP, VETO, NEGATOR, NEUTRAL, MARK }
}
