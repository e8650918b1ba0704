package org.unlisted.takedown.notice;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A letter with gaps: the first line is the subject, then an empty line, then the text. Immutable. */
final class NoticeTemplate {
    private static final Mustache.Compiler COMPILER =
            Mustache.compiler().escapeHTML(false).strictSections(true);
    private final Template subject;
    private final Template text;

    /**
     * @throws IllegalArgumentException if it is no template, asks for what no case has, or leaves out what a notice
     * needs
     */
    NoticeTemplate(String source) {
        String[] parts = source.replace("\r\n", "\n").split("\n\n", 2);
        if (parts.length != 2 || parts[0].contains("\n"))
            throw new IllegalArgumentException("no subject line followed by an empty line");
        var names = new TreeSet<String>();
        try {
            this.subject = COMPILER.compile(parts[0]);
            this.text = COMPILER.compile(parts[1]);
            subject.visit(new Names(names));
            text.visit(new Names(names));
        } catch (MustacheException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        var missing = new TreeSet<>(NoticeFacts.OBLIGATORY);
        missing.removeAll(names);
        if (!missing.isEmpty()) throw new IllegalArgumentException("a notice must state " + missing);
        names.removeAll(NoticeFacts.OBLIGATORY);
        names.removeAll(NoticeFacts.OPTIONAL);
        names.remove(".");
        if (!names.isEmpty()) throw new IllegalArgumentException("unknown variables " + names);
    }

    String subject(Map<String, Object> facts) {
        return subject.execute(facts);
    }

    String text(Map<String, Object> facts) {
        return text.execute(facts);
    }

    /** Collects what a template asks for, sections included. */
    private static final class Names implements Mustache.Visitor {
        private final Set<String> names;

        Names(Set<String> names) {
            this.names = names;
        }

        @Override
        public void visitText(String text) {}

        @Override
        public void visitVariable(String name) {
            names.add(name);
        }

        @Override
        public boolean visitInclude(String name) {
            throw new IllegalArgumentException("a notice is one file: no include of " + name);
        }

        @Override
        public boolean visitSection(String name) {
            names.add(name);
            return true;
        }

        @Override
        public boolean visitInvertedSection(String name) {
            names.add(name);
            return true;
        }
    }
}
