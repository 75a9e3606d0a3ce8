/// <reference lib="dom" />

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const LENGTH = 26;

/** An external ID that nobody guesses, without letters that look alike: about 128 bits. */
export function suggestedId(): string {
  let id = '';
  while (id.length < LENGTH) {
    const [byte] = crypto.getRandomValues(new Uint8Array(1));
    // Larger ones would make some letters more frequent than others.
    id += byte < LETTERS.length * 8 ? LETTERS[byte % LETTERS.length] : '';
  }
  return id;
}
