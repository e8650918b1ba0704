package org.unlisted.crawl.scope;
import java.net.URI;
public final class Scope { private final ScopeRules r; public Scope(ScopeRules r) { this.r = r; }
 public Verdict judge(URI u) { return r.hosts().contains(org.unlisted.crawl.fetch.CanonicalUrl.origin(u)) ? Verdict.IN : Verdict.HOST; } }
