package vn.plancascade.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** A mail server that takes everything at once and keeps nothing, so that it is not what is measured. */
final class MailSink implements AutoCloseable {

    private final ServerSocket socket;
    private final AtomicLong mails = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    MailSink() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    long mails() {
        return mails.get();
    }

    /** As they came over the line. */
    long bytes() {
        return bytes.get();
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                client.setTcpNoDelay(true);
                start(() -> talk(client));
            }
        } catch (IOException closed) {
            // Nobody is served any more.
        }
    }

    private void talk(Socket client) {
        try (client;
                InputStream in = new BufferedInputStream(client.getInputStream(), 1 << 16);
                OutputStream out = client.getOutputStream()) {
            answer(out, "220 ready");
            for (String line = line(in); line != null; line = line(in)) {
                String verb = line.length() < 4 ? line : line.substring(0, 4).toUpperCase(Locale.ROOT);
                switch (verb) {
                    case "DATA" -> {
                        answer(out, "354 go on");
                        bytes.addAndGet(read(in));
                        mails.incrementAndGet();
                        answer(out, "250 taken");
                    }
                    case "QUIT" -> {
                        answer(out, "221 bye");
                        return;
                    }
                    default -> answer(out, "250 fine");
                }
            }
        } catch (IOException gone) {
            // The client has gone, with or without a word.
        }
    }

    private static void answer(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                return null;
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    /** Up to the line with nothing but a dot. */
    private static long read(InputStream in) throws IOException {
        long size = 0;
        int last = 0;
        for (int c = in.read(); c >= 0; c = in.read()) {
            size++;
            last = last << 8 | c;
            // What came last: "\n.\r\n".
            if (last == 0x0A2E0D0A) {
                return size;
            }
        }
        throw new IOException("Ended within a mail");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
