package org.unlisted.crawl.listing;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What applications call the fields of an item, in lower case without {@code _} and {@code -}; better names first. */
final class StateWords {
    static final List<String> TITLE = List.of(
            "title", "itemtitle", "subject", "goodsname", "productname", "itemname", "adtitle", "goodstitle",
            "producttitle", "infotitle", "posttitle", "topictitle", "headline", "auctiontitle", "listingtitle", "name");
    static final List<String> DESCRIPTION = List.of(
            "desc", "description", "itemdesc", "goodsdesc", "productdesc", "descriptiontext", "descriptionhtml",
            "infodesc", "fulldescription", "longdescription", "adbody", "body", "content", "details", "detail", "text",
            "introduction", "subtitle");
    static final List<String> PRICE = List.of(
            "soldprice", "price", "currentprice", "saleprice", "sellprice", "nowpricef", "nowprice", "finalprice", "priceinfo",
            "askingprice", "pricevalue", "priceamount", "zkfinalprice", "promotionprice", "discountprice", "unitprice",
            "minprice", "displayprice", "pricetext", "pricestring", "priceformatted", "formattedprice", "amount",
            "reserveprice", "prices", "priceyuan");
    static final List<String> PRICE_SHOWN = List.of(
            "pricestring", "pricetext", "priceformatted", "formattedprice", "displayprice", "pricedisplay", "priceshow",
            "showprice", "pricestr", "pricelabel", "formattedamount");
    static final List<String> AMOUNT = List.of("value", "amount", "price", "current", "min", "num", "pricevalue", "raw");
    static final List<String> SHOWN = List.of(
            "text", "formatted", "display", "displayvalue", "title", "label", "string", "pricetext", "fullstring",
            "formattedprice", "displayprice", "pricestring", "valueformatted");
    static final List<String> CURRENCY = List.of(
            "currency", "currencycode", "pricecurrency", "currencyid", "currencysymbol", "symbol", "priceunit", "ccy");
    static final List<String> SELLER = List.of(
            "seller", "sellerdo", "sellerinfo", "sellerinfodo", "user", "userinfo", "userdo", "owner", "author",
            "publisher", "account", "member", "merchant", "vendor", "shop", "shopinfo", "store", "poster", "uploader",
            "profile", "contact", "createdby");
    static final List<String> SELLER_NAME = List.of(
            "nick", "nickname", "usernickname", "sellernick", "usernick", "displayname", "name", "sellername", "shopname", "fullname",
            "accountname", "username", "authorname", "storename", "contactname");
    static final List<String> SELLER_HANDLE = List.of(
            "handle", "screenname", "slug", "username", "login", "uniquename", "loginname", "sellerusername", "userid",
            "sellerid", "uid", "accountoid", "accountid", "memberid", "shopid", "ownerid", "authorid", "id");
    static final List<String> FLAT_SELLER_NAME = List.of(
            "sellernick", "usernick", "usernickname", "sellername", "accountname", "shopname", "nickname", "nick", "username",
            "authorname", "ownername", "contactname", "membername", "storename", "author", "seller", "poster");
    static final List<String> FLAT_SELLER_HANDLE = List.of(
            "sellerusername", "sellerid", "userid", "accountoid", "accountid", "uid", "ownerid", "authorid", "memberid",
            "shopid");
    static final List<String> IMAGES = List.of(
            "images", "imageinfos", "imagelist", "imageurls", "imginfos", "pics", "picurls", "piclist", "picinfos",
            "pictures", "photos", "photourls", "photolist", "imgs", "imglist", "imgurls", "gallery", "media", "albumpics",
            "itemimages", "auctionimages", "imageinfolist", "mediafiles", "assets", "headpics");
    static final List<String> IMAGE = List.of(
            "image", "imageurl", "pic", "picurl", "mainpic", "mainimage", "img", "imgurl", "photo", "photourl", "cover",
            "coverurl", "picture", "thumbnail", "thumb", "imagepath");
    static final List<String> IMAGE_ADDRESS = List.of(
            "original", "originurl", "originalurl", "full", "fullurl", "large", "largeurl", "big", "url", "src",
            "imageurl", "picurl", "contenturl", "imgurl", "href", "image", "path", "link", "uri", "photo", "medium");
    static final List<String> STATUS = List.of(
            "status", "itemstatus", "itemstatusstr", "goodsstatus", "productstatus", "adstatus", "listingstatus", "salestatus",
            "poststatus", "auctionstatus", "statusname", "statustext", "statuslabel", "statusdesc", "statusstr", "state", "itemstate",
            "availability");
    static final List<String> TIME = List.of(
            "publishtime", "publishedat", "postedat", "posttime", "dateposted", "datepublished", "listtime", "createdat",
            "createtime", "createdtime", "gmtcreate", "datecreated", "created", "pubdate", "pubtime", "publishdate",
            "posteddate", "postdate", "addtime", "onlinetime", "ctime", "starttime", "sorttimestamp", "timestamp",
            "firstpublished", "date", "time", "origlisttime");
    static final List<String> ID = List.of(
            "itemid", "goodsid", "productid", "listingid", "listid", "adid", "infoid", "offerid", "auctionid", "postid",
            "topicid", "id", "tid", "sku", "code", "itemno");
    static final List<String> URL = List.of(
            "itemurl", "url", "detailurl", "weburl", "permalink", "canonicalurl", "producturl", "adurl", "link", "href",
            "itemlink", "targeturl", "shareurl", "urlpath", "path");
    /** Under such a key lie other people's items, or none. */
    static final Set<String> ASIDE = Set.of(
            "recommend", "recommended", "recommendation", "recommendations", "related", "similar", "guess", "suggest",
            "suggested", "suggestions", "history", "viewed", "banner", "banners", "nav", "menu", "category",
            "categories", "breadcrumb", "breadcrumbs", "comment", "comments", "review", "reviews", "hot",
            "seo", "footer", "header", "config", "translations", "messages", "faq", "others", "upsell", "crosssell",
            "skus", "sku", "variants", "shipping", "delivery", "coupon", "coupons", "promotions", "tabs", "filters",
            "meta", "head", "reply", "replies", "answers", "questions");

    private StateWords() {}

    static String key(String name) {
        if (name.length() > 60) return "";
        StringBuilder out = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c != '_' && c != '-') out.append(c);
        }
        return out.toString().toLowerCase(Locale.ROOT);
    }

    static boolean isAside(String name) {
        if (ASIDE.contains(key(name))) return true;
        List<String> words = Roles.words(name);
        return !words.isEmpty() && (ASIDE.contains(words.getFirst()) || words.stream().anyMatch(w -> w.startsWith("recommend")
                || w.equals("related") || w.equals("similar") || w.equals("guess") || w.equals("suggestions")));
    }
}
