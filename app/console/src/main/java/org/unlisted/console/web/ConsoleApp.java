package org.unlisted.console.web;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URI;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContextException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.unlisted.console.metrics.SweepMetrics;
import org.unlisted.takedown.cases.CaseStore;

/**
 * The console as a running web server. It listens on the loopback interface unless the environment variable
 * {@code SERVER_ADDRESS} says otherwise. Close it to stop.
 */
public final class ConsoleApp implements AutoCloseable {
    private static final String SETTINGS = "optional:classpath:/org/unlisted/console/web/";
    private final ConfigurableApplicationContext context;
    private final int port;

    private ConsoleApp(ConfigurableApplicationContext context, int port) {
        this.context = context;
        this.port = port;
    }

    /**
     * Starts and returns when requests are answered.
     *
     * @param port 0 for any that is free
     * @throws IOException if the port is taken
     */
    public static ConsoleApp start(CaseStore cases, CasePictures pictures, SweepMetrics metrics, int port) throws IOException {
        requireNonNull(cases, "cases");
        requireNonNull(pictures, "pictures");
        requireNonNull(metrics, "metrics");
        if (port < 0 || port > 0xFFFF) throw new IllegalArgumentException("not a port: " + port);
        // Boot would otherwise set up logging anew, with standard output for a target.
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
        if (!SLF4JBridgeHandler.isInstalled()) {
            SLF4JBridgeHandler.removeHandlersForRootLogger();
            SLF4JBridgeHandler.install();
        }
        SpringApplication application = new SpringApplication(Parts.class);
        application.setLogStartupInfo(false);
        // The owner closes it in order, after the schedule and before the database.
        application.setRegisterShutdownHook(false);
        application.addInitializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean(CaseStore.class, () -> cases);
            beans.registerBean(CasePictures.class, () -> pictures);
            beans.registerBean(SweepMetrics.class, () -> metrics);
        });
        try {
            // Only our own settings: a file called application.yaml where the console is started must not reach it.
            ConfigurableApplicationContext context =
                    application.run("--spring.config.location=" + SETTINGS, "--server.port=" + port);
            return new ConsoleApp(context, portOf(context));
        } catch (ApplicationContextException | BeanCreationException e) {
            String reason = e.contains(PortInUseException.class)
                    ? "port " + port + " is taken"
                    : "the console does not start: " + e.getMostSpecificCause().getMessage();
            throw new IOException(reason, e);
        }
    }

    private static int portOf(ConfigurableApplicationContext context) {
        if (context instanceof WebServerApplicationContext web && web.getWebServer() != null)
            return web.getWebServer().getPort();
        throw new IllegalStateException("the console runs without a web server");
    }

    public int port() {
        return port;
    }

    /** For a browser on this machine. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    @Override
    public void close() {
        context.close();
    }

    /** What the server is made of: these and nothing found by scanning. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({
        CasesPage.class,
        PictureSource.class,
        MetricsSource.class,
        Language.class,
        LoopbackHost.class,
        SafeHeaders.class
    })
    static class Parts {}
}
