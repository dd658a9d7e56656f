import { createServer } from 'node:net';

/** A mail server that takes everything and keeps how often it got each Message-ID. */
export function openMailbox(port) {
  const received = new Map();
  const server = createServer((socket) => {
    let waiting = '';
    let message = null;
    const say = (line) => socket.write(`${line}\r\n`);
    socket.on('error', () => {});
    socket.setEncoding('utf8');
    say('220 chaos');
    socket.on('data', (text) => {
      waiting += text;
      for (let end = waiting.indexOf('\r\n'); end >= 0; end = waiting.indexOf('\r\n')) {
        const line = waiting.slice(0, end);
        waiting = waiting.slice(end + 2);
        if (message !== null) {
          if (line !== '.') {
            message += `${line}\n`;
            continue;
          }
          const id = /^Message-ID:\s*(<[^>]+>)/im.exec(message)?.[1] ?? message;
          received.set(id, (received.get(id) ?? 0) + 1);
          message = null;
          say('250 kept');
        } else if (/^EHLO/i.test(line)) {
          socket.write('250-chaos\r\n250 8BITMIME\r\n');
        } else if (/^DATA/i.test(line)) {
          message = '';
          say('354 go on');
        } else if (/^QUIT/i.test(line)) {
          say('221 bye');
          socket.end();
        } else {
          say('250 fine');
        }
      }
    });
  });
  server.listen(port, '127.0.0.1');
  return {
    received,
    /** How many came more than once: accepted by this server, and not yet noted when their sender was killed. */
    twice: () => [...received.values()].filter((count) => count > 1).length,
    close: () => server.close(),
  };
}
