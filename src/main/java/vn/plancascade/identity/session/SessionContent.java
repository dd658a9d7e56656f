package vn.plancascade.identity.session;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.ClassUtils;

/**
 * What a session may hold, as bytes. What is too large or cannot be written is not kept; what another version wrote and this one
 * cannot read, or what no session of ours holds, is not there. Both are a line in the log and never an error to whoever asks.
 */
final class SessionContent {

    /** Of one attribute; there are four: who it is, the token of the forms, the webapps' rights, what the next page says. */
    static final int MOST_BYTES = 64 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(SessionContent.class);
    private static final byte[] NOTHING = {};

    private static final ObjectInputFilter OURS =
            ObjectInputFilter.Config.createFilter("maxdepth=30;maxbytes=" + MOST_BYTES
                    + ";java.lang.*;java.util.**;java.time.**;java.math.*;vn.plancascade.**"
                    + ";org.springframework.security.**;org.springframework.util.*;org.springframework.web.servlet.*"
                    + ";org.camunda.bpm.webapp.impl.security.**;!*");

    private SessionContent() {}

    static byte[] write(Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream objects = new ObjectOutputStream(bytes)) {
            objects.writeObject(value);
        } catch (IOException unwritable) {
            LOG.warn("A session does not keep what cannot be written: {}", unwritable.toString());
            return NOTHING;
        }
        if (bytes.size() > MOST_BYTES) {
            LOG.warn("A session does not keep {} bytes of {}", bytes.size(), value.getClass());
            return NOTHING;
        }
        return bytes.toByteArray();
    }

    /** Null where there is nothing that can be read. */
    static Object read(byte[] bytes) {
        if (bytes.length == 0) {
            return null;
        }
        try (ObjectInputStream objects = new OursOnly(new ByteArrayInputStream(bytes))) {
            return objects.readObject();
        } catch (IOException | ClassNotFoundException | RuntimeException | LinkageError unreadable) {
            LOG.warn("A session holds what cannot be read: {}", unreadable.toString());
            return null;
        }
    }

    private static final class OursOnly extends ObjectInputStream {

        OursOnly(InputStream bytes) throws IOException {
            super(bytes);
            setObjectInputFilter(OURS);
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass described) throws ClassNotFoundException {
            return ClassUtils.forName(described.getName(), null);
        }
    }
}
