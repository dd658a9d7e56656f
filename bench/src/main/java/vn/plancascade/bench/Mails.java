package vn.plancascade.bench;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.SocketFactory;

/** The first mails of a launch, beside a loop that sends as many of the same size over as many connections and does nothing else. */
final class Mails {

    /** As many as the product's setting has. */
    private static final int CONNECTIONS = 4;

    private static final int MEASURED = 20_000;
    private static final int PATIENCE = 300;

    private Mails() {}

    static void run(Server server, int units) throws Exception {
        Server.Database database = server.newDatabase("mails");
        try (MailSink sink = new MailSink();
                Product product = Product.start(database, units, "--plan-cascade.demo.mail-port=" + sink.port())) {
            new Country(product, database).launch();
            while (sink.mails() == 0) {
                Thread.sleep(20);
            }
            long first = sink.mails();
            long bytes = sink.bytes();
            long begun = System.nanoTime();
            long last = first;
            double quiet = 0;
            double seconds = 0;
            while (last - first < MEASURED && Figures.since(begun) < PATIENCE && quiet < 10) {
                Thread.sleep(100);
                quiet = sink.mails() > last ? 0 : quiet + 0.1;
                if (sink.mails() > last) {
                    seconds = Figures.since(begun);
                }
                last = sink.mails();
            }
            long sent = last - first;
            int size = (int) ((sink.bytes() - bytes) / Math.max(1, sent));
            product.close();
            double bare = bare((int) Math.max(1_000, sent / 2), size);
            System.out.printf(
                    "mails: %,d of %,d bytes, %.0f a second; a bare loop %.0f a second: %.2f of it%n",
                    sent, size, sent / seconds, bare, sent / seconds / bare);
        }
        server.drop(database);
    }

    private static double bare(int mails, int size) throws Exception {
        try (MailSink sink = new MailSink()) {
            Properties properties = new Properties();
            properties.put("mail.smtp.host", "127.0.0.1");
            properties.put("mail.smtp.port", String.valueOf(sink.port()));
            properties.put("mail.smtp.socketFactory", new Prompt());
            Session session = Session.getInstance(properties);
            MimeMessage message = written(session, size);
            AtomicInteger left = new AtomicInteger(mails);
            ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
            long begun = System.nanoTime();
            List<Future<?>> lanes = new ArrayList<>();
            for (int lane = 0; lane < CONNECTIONS; lane++) {
                lanes.add(threads.submit(() -> {
                    try (Transport transport = session.getTransport("smtp")) {
                        transport.connect();
                        while (left.getAndDecrement() > 0) {
                            transport.sendMessage(message, message.getAllRecipients());
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> lane : lanes) {
                lane.get();
            }
            threads.shutdown();
            return mails / Figures.since(begun);
        }
    }

    /** As it goes over the line: nothing is encoded any more when it is sent. */
    private static MimeMessage written(Session session, int size) throws MessagingException {
        String lines = ("x".repeat(76) + "\r\n").repeat(1 + size / 78);
        String mail = "From: kehoach@mau.example\r\nTo: ai.do@mau.example\r\nSubject: 360\r\n"
                + "Content-Type: text/plain; charset=us-ascii\r\nContent-Transfer-Encoding: 7bit\r\n\r\n" + lines;
        return new MimeMessage(session, new ByteArrayInputStream(mail.getBytes(StandardCharsets.US_ASCII)));
    }

    /** No word waits for the receipt of the one before. */
    private static final class Prompt extends SocketFactory {

        @Override
        public Socket createSocket() throws IOException {
            Socket socket = new Socket();
            socket.setTcpNoDelay(true);
            return socket;
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) {
            throw new UnsupportedOperationException();
        }
    }
}
