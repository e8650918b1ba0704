package org.unlisted.crawl.scope;
import java.net.URI;
import java.util.*;
public record ScopeRules(Set<String> hosts, List<String> include, List<String> exclude) {
  public static ScopeRules ofSeeds(List<URI> seeds) { Set<String> s = new TreeSet<>(); for (URI u : seeds) s.add(org.unlisted.crawl.fetch.CanonicalUrl.origin(u)); return new ScopeRules(s, List.of(), List.of()); }
  public String toText() { return String.join(",", hosts); }
  public static ScopeRules parse(String t) { return new ScopeRules(Set.of(t.split(",")), List.of(), List.of()); }
}
