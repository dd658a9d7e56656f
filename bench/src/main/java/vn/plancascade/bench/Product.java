package vn.plancascade.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One instance of the packaged product, with the demo's country in it, in a process of its own. */
final class Product implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Process process;
    private final Path log;
    final int port;

    private Product(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /** Returns when it is ready: every table made, the sample in it. */
    static Product start(Server.Database database, int facilities, String... more)
            throws IOException, InterruptedException {
        int port = freePort();
        Path log = Files.createTempFile("plan-cascade-", ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.timezone=Asia/Ho_Chi_Minh",
                "-Dfile.encoding=UTF-8",
                "-Xmx" + System.getProperty("bench.heap", "3g"),
                "-jar",
                jar().toString(),
                "--spring.profiles.active=demo",
                "--server.port=" + port,
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres",
                "--plan-cascade.demo.facilities=" + facilities));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Product product = new Product(process, log, port);
        product.awaitReady();
        return product;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("..", "target"))) {
            return files.filter(file -> file.getFileName().toString().matches("plan-cascade-[0-9].*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("Package the product first: mvn package -DskipTests"));
        }
    }

    private void awaitReady() throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        User nobody = new User(port, null);
        while (!nobody.answers("/actuator/health/readiness")) {
            if (!process.isAlive() || System.nanoTime() > until) {
                throw new IllegalStateException("The product did not start: " + log);
            }
            Thread.sleep(200);
        }
    }

    User as(String login) {
        return new User(port, login);
    }

    /** The time that its threads have used so far, in seconds. */
    double cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1000.0;
    }

    @Override
    public void close() throws InterruptedException, IOException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        Files.deleteIfExists(log);
    }
}
