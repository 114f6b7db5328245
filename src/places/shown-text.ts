/** The first of the signs that Unicode has for control characters: ␀ for 0, and so on. */
const PICTURES = 0x2400;
const DELETE = 0x7f;
/** Control characters but tab and line end, the second set of them, line separators, and what turns the order of letters round. */

const UNSEEN = /[\0-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/**
 * Text as a terminal may show it: names come from records, and one with an escape sequence could write to the clipboard,
 * hide lines or set the title. Each character of that kind is shown as a sign of its own, one column wide.
 */
export function shownText(text: string): string {
  return text.replace(UNSEEN, (character) => {
    const code = character.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(PICTURES + code);
    return code === DELETE ? '␡' : '�';
  });
}
