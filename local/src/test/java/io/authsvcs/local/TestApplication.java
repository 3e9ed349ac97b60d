package io.authsvcs.local;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** What Maven would build, as small as it can be: it extracts itself when it is told to, and is ready otherwise. */
final class TestApplication {
    private static final String CLASS = TestApplication.class.getName().replace('.', '/') + ".class";

    private TestApplication() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length > 0) {
            extract(Path.of(arguments[arguments.length - 1]));
        } else {
            serve(Integer.parseInt(System.getenv("AUTH_MANAGEMENT_PORT")));
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
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }
}
