import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";

/** A mail as it came over the wire, parsed. */
export interface Letter extends Email {
  recipients: string[];
}

/** A mail server that keeps what it is given. */
export class Mailbox {
  readonly letters: Letter[] = [];
  #waiting: (() => void)[] = [];
  #server: SMTPServer;
  port = 0;

  constructor() {
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS"],
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on("data", (chunk: Buffer) => chunks.push(chunk));
        stream.on("end", async () => {
          try {
            const letter = await PostalMime.parse(Buffer.concat(chunks));
            this.letters.push({ ...letter, recipients: session.envelope.rcptTo.map((r) => r.address) });
            for (const wake of this.#waiting.splice(0)) wake();
            done();
          } catch (error) {
            done(error as Error);
          }
        });
      },
    });
  }

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    this.port = (this.#server.server.address() as { port: number }).port;
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  /** The first letter to this address that fits and was not read yet; waits for it. */
  async letterTo(address: string, fits: (letter: Letter) => boolean = () => true, seconds = 20): Promise<Letter> {
    const deadline = Date.now() + seconds * 1000;
    for (;;) {
      const at = this.letters.findIndex((l) => l.recipients.includes(address) && fits(l));
      if (at >= 0) return this.letters.splice(at, 1)[0]!;
      const left = deadline - Date.now();
      if (left <= 0) {
        const there = this.letters.map((l) => `${l.recipients.join(", ")}: ${l.subject}`).join("\n");
        throw new Error(`no such letter to ${address} came; there are:\n${there || "none"}`);
      }
      await Promise.race([
        new Promise<void>((resolve) => this.#waiting.push(resolve)),
        new Promise<void>((resolve) => setTimeout(resolve, left).unref()),
      ]);
    }
  }
}

/** The first link of a letter's text whose path fits. */
export function linkIn(letter: Letter, path: RegExp): string {
  const links = (letter.text ?? "").match(/https?:\/\/[^\s<>"')]+/g) ?? [];
  const found = links.find((link) => path.test(new URL(link).pathname + new URL(link).search));
  if (!found) throw new Error(`no link with ${path} in “${letter.subject}”:\n${letter.text}`);
  return found;
}
