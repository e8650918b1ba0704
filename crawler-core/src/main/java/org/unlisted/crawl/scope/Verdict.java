package org.unlisted.crawl.scope;
public enum Verdict { IN, HOST, PATH, TRAP }
