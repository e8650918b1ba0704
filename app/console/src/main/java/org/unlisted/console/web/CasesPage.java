package org.unlisted.console.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.unlisted.takedown.cases.CaseStore;

/** The one page: every case, those under review first. */
@Controller
class CasesPage {
    private final CaseStore cases;
    private final MessageSource messages;

    CasesPage(CaseStore cases, MessageSource messages) {
        this.cases = cases;
        this.messages = messages;
    }

    @GetMapping("/")
    String show(Model model, Locale locale) {
        CaseWords words = new CaseWords(messages, locale);
        List<CaseView> views = cases.list().stream().map(c -> CaseView.of(c, words)).sorted(CaseView.ORDER).toList();
        model.addAttribute("cases", views);
        model.addAttribute("open", views.stream().filter(CaseView::underReview).count());
        model.addAttribute("language", locale.toLanguageTag());
        return "cases";
    }

    /** Remembers the language in a cookie and shows the page in it. */
    @GetMapping(path = "/", params = "lang")
    String speak(@RequestParam("lang") String tag, HttpServletResponse response) {
        Optional<Locale> wanted = Language.supported(tag);
        wanted.ifPresent(locale -> response.addCookie(Language.cookie(locale)));
        return "redirect:/";
    }
}
