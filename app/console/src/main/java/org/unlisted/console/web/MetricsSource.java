package org.unlisted.console.web;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.unlisted.console.metrics.SweepMetrics;

/** Counts of sweeps for Prometheus, whatever format the request would like best. */
@RestController
class MetricsSource {
    private static final MediaType TEXT = MediaType.parseMediaType(SweepMetrics.CONTENT_TYPE);
    private final SweepMetrics metrics;

    MetricsSource(SweepMetrics metrics) {
        this.metrics = metrics;
    }

    @GetMapping("/metrics")
    ResponseEntity<String> show() {
        return ResponseEntity.ok().contentType(TEXT).body(metrics.text());
    }
}
