package io.authsvcs.local;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * What Maven would build, as small as it can be: it extracts itself when it is told to, and is ready otherwise. As a
 * gateway it sees auth-1, which drains.
 */
final class TestApplication {
    private static final String CLASS = TestApplication.class.getName().replace('.', '/') + ".class";

    private static final String VIEW = "{\"instances\":[{\"id\":\"auth-1\",\"state\":\"draining\"}]}";

    private TestApplication() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length > 0) {
            extract(Path.of(arguments[arguments.length - 1]));
        } else {
            serve(Integer.parseInt(Stream.of("AUTH_MANAGEMENT_PORT", "GATEWAY_MANAGEMENT_PORT")
                    .map(System::getenv)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElseThrow()));
        }
    }

    /** Makes its jar. */
    static void build(Path jar) throws IOException {
        Files.createDirectories(Objects.requireNonNull(jar.getParent()));
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, TestApplication.class.getName());
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                InputStream code = TestApplication.class.getClassLoader().getResourceAsStream(CLASS)) {
            out.putNextEntry(new JarEntry(CLASS));
            Objects.requireNonNull(code).transferTo(out);
        }
    }

    private static void extract(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path self = Path.of(System.getProperty("java.class.path"));
        Files.copy(self, folder.resolve(Objects.requireNonNull(self.getFileName())));
    }

    private static void serve(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, VIEW.length());
            exchange.getResponseBody().write(VIEW.getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.start();
    }
}
