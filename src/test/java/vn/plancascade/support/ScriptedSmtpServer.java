package vn.plancascade.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A mail server that misbehaves as it is told. Without a script it takes every mail; the answers scripted for a step are
 * given one conversation after the other, and then it behaves again.
 */
public final class ScriptedSmtpServer implements AutoCloseable {

    /** Where a conversation can go wrong. */
    public enum Step {
        GREETING,
        MAIL,
        RCPT,
        DATA,
        /** The answer to the whole message: it has been received. */
        MESSAGE
    }

    /** Instead of an answer: hangs up. */
    public static final String DROP = "drop";

    /** Instead of an answer: says nothing and keeps the line open. */
    public static final String SILENCE = "silence";

    /** Instead of an answer: speaks on and on without an end, so that no single word is awaited long. */
    public static final String BABBLE = "babble";

    private static final int BABBLED = 50;

    private final Map<Step, Deque<String>> script = new EnumMap<>(Step.class);
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final int port;
    private volatile ServerSocket server;
    private volatile Runnable onMessage = () -> {};

    public ScriptedSmtpServer() {
        for (Step step : Step.values()) {
            script.put(step, new ConcurrentLinkedDeque<>());
        }
        port = listen(0);
    }

    public int port() {
        return port;
    }

    /** The next answers at a step, in place of the friendly one. */
    public void answer(Step step, String... answers) {
        script.get(step).addAll(List.of(answers));
    }

    /** What happens when a message has arrived and has not been answered yet, in the server's thread. */
    public void onMessage(Runnable happens) {
        onMessage = happens;
    }

    /** As if just started: no script, nothing received, listening. */
    public void reset() {
        script.values().forEach(Deque::clear);
        received.clear();
        taken.clear();
        connections.set(0);
        onMessage = () -> {};
        if (server.isClosed()) {
            start();
        }
    }

    /** Every message whose text arrived, whatever was answered. */
    public List<String> received() {
        return List.copyOf(received);
    }

    /** Those that were taken (250). */
    public List<String> taken() {
        return List.copyOf(taken);
    }

    public int connections() {
        return connections.get();
    }

    /** Nobody gets through from now on, and who is connected is cut off. */
    public void stop() {
        try {
            server.close();
            hangUp();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Cuts off who is connected; the next may come. */
    public void hangUp() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
        open.clear();
    }

    public void start() {
        listen(port);
    }

    @Override
    public void close() {
        stop();
    }

    private int listen(int wanted) {
        try {
            ServerSocket listening = new ServerSocket();
            listening.setReuseAddress(true);
            listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            server = listening;
            Thread thread = new Thread(() -> accept(listening), "scripted-smtp");
            thread.setDaemon(true);
            thread.start();
            return listening.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void accept(ServerSocket listening) {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                connections.incrementAndGet();
                open.add(socket);
                Thread thread = new Thread(() -> converse(socket), "scripted-smtp-conversation");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void converse(Socket socket) {
        try (socket;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            OutputStream out = socket.getOutputStream();
            if (!say(out, Step.GREETING, "220 scripted")) {
                return;
            }
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!answer(line, in, out)) {
                    return;
                }
            }
        } catch (IOException hungUp) {
            // The other side went away, or stop() did.
        } finally {
            open.remove(socket);
        }
    }

    /** Returns false when the conversation is over. */
    private boolean answer(String line, BufferedReader in, OutputStream out) throws IOException {
        String command = line.length() < 4 ? line : line.substring(0, 4).toUpperCase(java.util.Locale.ROOT);
        switch (command) {
            case "MAIL":
                return say(out, Step.MAIL, "250 ok");
            case "RCPT":
                return say(out, Step.RCPT, "250 ok");
            case "DATA":
                if (!script.get(Step.DATA).isEmpty()) {
                    return say(out, Step.DATA, "");
                }
                write(out, "354 go on");
                String message = message(in);
                received.add(message);
                onMessage.run();
                boolean friendly = script.get(Step.MESSAGE).isEmpty();
                if (friendly) {
                    taken.add(message);
                }
                return say(out, Step.MESSAGE, "250 taken");
            case "QUIT":
                write(out, "221 bye");
                return false;
            default:
                write(out, "250 ok");
                return true;
        }
    }

    private boolean say(OutputStream out, Step step, String friendly) throws IOException {
        String scripted = script.get(step).poll();
        String answer = scripted == null ? friendly : scripted;
        if (answer.equals(DROP)) {
            return false;
        }
        if (answer.equals(BABBLE)) {
            return babble(out);
        }
        if (!answer.equals(SILENCE)) {
            write(out, answer);
        }
        return true;
    }

    private static boolean babble(OutputStream out) throws IOException {
        for (int i = 0; i < BABBLED; i++) {
            write(out, "250-and");
            try {
                Thread.sleep(200);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
        return false;
    }

    private static void write(OutputStream out, String answer) throws IOException {
        out.write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static String message(BufferedReader in) throws IOException {
        StringBuilder message = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            message.append(line).append('\n');
        }
        return message.toString();
    }
}
