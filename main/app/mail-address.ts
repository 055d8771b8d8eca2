// The address that opens a letter in the mail program.

/** Mail programs and shells cut longer addresses off (2,083 characters is the shortest limit known). */
const greatestAddress = 2_000;

export interface Letter {
  subject: string;
  text: string;
}

/** Only ever a `mailto:` address, with nothing but subject and body in it (RFC 6068: lines end with CR LF). */
export function mailAddress({ subject, text }: Letter): string {
  const lines = text.replaceAll(/\r?\n/g, '\r\n');
  return `mailto:?subject=${encoded(subject)}&body=${encoded(lines)}`;
}

/** Half of a character that is two in UTF-16 cannot be encoded: it becomes the replacement character. */
function encoded(text: string): string {
  return encodeURIComponent(Buffer.from(text).toString());
}

export function fitsMail(letter: Letter): boolean {
  return mailAddress(letter).length <= greatestAddress;
}
