/** A state's name, and without what says that it is one. */
export function stateForms(name: string): string[] {
  const bare = name
    .replace(/^(?:State of|Estado de|Provincia de|Republic of|The) /u, '')
    .replace(
      /[- ](?:Province|Oblast'?|Kra[iy]|Republic|State|Region|Governorate|District|Voivodeship|do|si|ken|F\.D\.)$/iu,
      '',
    );
  return [...new Set([name, bare])];
}

const UMLAUTS: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  å: 'aa',
  Ä: 'Ae',
  Ö: 'Oe',
  Ü: 'Ue',
  Å: 'Aa',
};

/** A place's name and other ways to write it: umlauts spelt out, Saint and St, without a bracket. */
export function placeForms(name: string, country: string): string[] {
  const forms = new Set([name]);
  if ('DE AT CH SE FI NO DK EE TR HU'.includes(country) && /[äöüåÄÖÜÅ]/u.test(name))
    forms.add(name.replace(/[äöüåÄÖÜÅ]/gu, (letter) => UMLAUTS[letter]));
  for (const form of [...forms]) {
    if (/\bSaint\b/u.test(form)) forms.add(form.replace(/\bSaint\b/u, 'St'));
    if (/\bSainte\b/u.test(form)) forms.add(form.replace(/\bSainte\b/u, 'Ste'));
    if (/\bSt\.? /u.test(form)) forms.add(form.replace(/\bSt\.? /u, 'Saint '));
    if (/^Sankt /u.test(form)) forms.add(form.replace(/^Sankt /u, 'St '));
    if (/['’ʼ‘]/u.test(form)) forms.add(form.replace(/['’ʼ‘]/gu, ' '));
    if (/-(?:shi|si|gun|machi)$/u.test(form)) forms.add(form.replace(/-(?:shi|si|gun|machi)$/u, ''));
  }
  return [...forms];
}

const SYLLABLE =
  /^(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?(?:i?[ao](?:ng?|i|o|u)?|e(?:ng?|i|r)?|i(?:ng?|e|u|ong|ang|an)?|u(?:a(?:ng?|i)?|o|i|n|e)?|v(?:e|n)?)$/u;

/** A name of China in two syllables written apart: "Nan Jing", "Xi an". */
export function apart(name: string): string[] {
  if (/['’]/u.test(name)) return [name.replace(/['’]/u, ' ')];
  const small = name.toLowerCase();
  const forms: string[] = [];
  for (let at = 1; at < small.length; at++) {
    const [first, second] = [small.slice(0, at), small.slice(at)];
    if (SYLLABLE.test(first) && SYLLABLE.test(second)) forms.push(`${first} ${second}`);
  }
  return forms;
}
